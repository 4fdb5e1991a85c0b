package io.m17.proofs.races;

import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import io.m17.stress.StressRun;
import io.m17.stress.StressTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// No two threads ever see an outcome that the protocol forbids, on slots and logs in a mapped file. jcstress tries, in
/// a JVM with the usual compilers and, when there is time, in others that order memory accesses differently.
public final class StressProof implements Proof {
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final Duration SHORTEST = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "stress";
    }

    @Override
    public String unit() {
        return "samples";
    }

    @Override
    public int weight() {
        return 3;
    }

    @Override
    public int longWeight() {
        return 2;
    }

    @Override
    public Outcome run(Budget budget) throws IOException, InterruptedException {
        List<List<String>> jvms = jvms(budget.seed());
        int count = Math.clamp(budget.left().dividedBy(SHORTEST), 1, jvms.size());
        Found found = new Found();
        for (int i = 0; i < count; i++) {
            Duration share = budget.left().dividedBy(count - i);
            run(budget, share, jvms.get(i), found);
        }
        return found.outcome();
    }

    private static void run(Budget budget, Duration share, List<String> flags, Found found)
            throws IOException, InterruptedException {
        List<String> arguments = List.of(Long.toString(Math.max(1, share.toSeconds())));
        List<String> all = new ArrayList<>(flags);
        all.add("-Xmx1g");
        try (ChildJvm child = ChildJvm.start(budget.scratch(), StressRun.class, all, arguments)) {
            child.awaitEnd(share.plus(GRACE));
            for (String line : child.lines(StressRun.MARK + " ")) {
                found.take(line, flags);
            }
        }
    }

    /// The compilers as they are, the optimizing one that reorders at random, each alone, and the interpreter.
    private static List<List<String>> jvms(long seed) {
        return List.of(
                List.of(),
                List.of(
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:+StressLCM",
                        "-XX:+StressGCM",
                        "-XX:+StressIGVN",
                        "-XX:StressSeed=" + (seed & Integer.MAX_VALUE)),
                List.of("-XX:-TieredCompilation"),
                List.of("-XX:TieredStopAtLevel=1"),
                List.of("-Xint"));
    }

    /// What the lines of the runs say.
    private static final class Found {
        private final List<String> failures = new ArrayList<>();
        private final Set<String> rules = new HashSet<>();
        private long samples;

        void take(String line, List<String> flags) {
            String[] fields = line.split(" ", 5);
            StressTest test = StressTest.valueOf(fields[1]);
            samples += Long.parseLong(fields[2]);
            boolean forbidden = Long.parseLong(fields[3]) > 0;
            if (test.brokenRule().isEmpty() && forbidden) {
                failures.add("%s: %s [jvm=%s]".formatted(test, fields[4], flags));
            } else if (forbidden) {
                rules.add(test.name());
            }
        }

        Outcome outcome() {
            List<PlantedBug> planted = new ArrayList<>();
            for (StressTest test : StressTest.values()) {
                test.brokenRule()
                        .ifPresent(rule -> planted.add(new PlantedBug(
                                rule + " (" + test.name().toLowerCase(Locale.ROOT) + ")",
                                rules.contains(test.name()))));
            }
            return Outcome.of(samples, failures, planted);
        }
    }
}
