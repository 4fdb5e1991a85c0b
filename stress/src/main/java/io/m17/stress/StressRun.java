package io.m17.stress;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;

/// Runs the tests of [StressTest] one after the other, again and again, in this JVM with its flags, and prints a line a
/// run: `STRESS test samples forbidden outcome=count…`, the forbidden outcomes only. jcstress's own command line runs
/// the same tests in a JVM each, which takes some seconds a test.
public final class StressRun {
    /// What a line of results begins with.
    public static final String MARK = "STRESS";

    private static final int ACTORS = 2;
    private static final long OVERHEAD = 2;
    private static final long SHORTEST_MS = 50;
    private static final long LONGEST_MS = 1_000;

    private StressRun() {}

    /// `StressRun SECONDS`: at least one run of each test.
    public static void main(String[] args) throws IOException {
        long deadlineNs =
                System.nanoTime() + Duration.ofSeconds(Long.parseLong(args[0])).toNanos();
        do {
            int left = StressTest.values().length;
            for (StressTest test : StressTest.values()) {
                long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
                System.out.println(line(
                        test, run(test, Math.clamp(leftMs / (OVERHEAD * left), SHORTEST_MS, LONGEST_MS))));
                left--;
            }
        } while (System.nanoTime() - deadlineNs < 0);
    }

    private static TestResult run(StressTest test, long timeMs) throws IOException {
        Options options = new Options(
                new String[] {"-c", Integer.toString(ACTORS), "-iters", "1", "-time", Long.toString(timeMs)});
        if (!options.parse()) {
            throw new IllegalStateException("jcstress no longer knows its options");
        }
        SchedulingClass anywhere = new SchedulingClass(AffinityMode.NONE, ACTORS, NodeType.PACKAGE);
        TestConfig config = new TestConfig(options, TestList.getInfo(test.className()), 0, List.of(), 0, anywhere);
        Runner<?> runner = test.runner(new ForkedTestConfig(config));
        TestResult result = runner.run();
        result.setConfig(config);
        return result;
    }

    private static String line(StressTest test, TestResult result) {
        long forbidden = 0;
        List<String> outcomes = new ArrayList<>();
        for (GradingResult each : result.grading().gradingResults.values()) {
            if (each.expect == Expect.FORBIDDEN && each.count > 0) {
                forbidden += each.count;
                outcomes.add(each.id.replace(" ", "") + "=" + each.count);
            }
        }
        if (result.status() != Status.NORMAL) {
            forbidden++;
            outcomes.add(result.status() + " " + result.getMessages());
        }
        return String.format(
                Locale.ROOT,
                "%s %s %d %d %s",
                MARK,
                test,
                result.getTotalCount(),
                forbidden,
                String.join(" ", outcomes));
    }
}
