package io.m17.benchmarks.table;

import io.m17.benchmarks.Median;
import io.m17.benchmarks.Scale;
import io.m17.ledger.calendar.WindowSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs one benchmark class for every store and takes the median of the processes.
final class JmhRun {
    private static final int LONGEST_MINUTES = 30;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /// @param method the benchmark's method
    /// @param store the parameter `store`, empty where there is none
    /// @param score in the benchmark's unit
    /// @param allocatedBytes an operation
    record Score(String method, String store, double score, double allocatedBytes) {}

    private final Scale scale;

    JmhRun(Scale scale) {
        this.scale = scale;
    }

    List<Score> timed(Class<?> benchmark) {
        return run(options(benchmark));
    }

    List<Score> timedByThreads(Class<?> benchmark, int threads) {
        return run(options(benchmark).threads(threads));
    }

    /// For benchmarks that read the session of [Scale#readSymbols].
    List<Score> timedOnSession(Class<?> benchmark) {
        return run(options(benchmark).param("symbols", Integer.toString(scale.readSymbols())));
    }

    /// The same for those that look at every row of it: the score is that of one row.
    List<Score> timedPerSlot(Class<?> benchmark) {
        double rows = (double) scale.readSymbols() * WindowSpace.MINUTES_PER_SESSION;
        return timedOnSession(benchmark).stream()
                .map(all -> new Score(all.method(), all.store(), all.score() / rows, all.allocatedBytes() / rows))
                .toList();
    }

    private ChainedOptionsBuilder options(Class<?> benchmark) {
        TimeValue iteration = TimeValue.milliseconds(scale.iterationMs());
        return new OptionsBuilder()
                .include(benchmark.getName().replace(".", "\\.") + "\\.")
                .forks(scale.runs())
                .warmupIterations(scale.warmups())
                .warmupTime(iteration)
                .measurementIterations(scale.iterations())
                .measurementTime(iteration)
                .addProfiler(GCProfiler.class)
                .timeout(TimeValue.minutes(LONGEST_MINUTES))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private static List<Score> run(ChainedOptionsBuilder options) {
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            List<Score> scores = new ArrayList<>();
            results.forEach(result -> scores.add(score(result)));
            return scores;
        } catch (RunnerException e) {
            throw new IllegalStateException("a benchmark failed", e);
        }
    }

    private static Score score(RunResult result) {
        Median score = new Median();
        Median allocated = new Median();
        for (BenchmarkResult run : result.getBenchmarkResults()) {
            score.add(run.getPrimaryResult().getScore());
            Result<?> bytes = run.getSecondaryResults().get(ALLOCATED);
            if (bytes != null) {
                allocated.add(bytes.getScore());
            }
        }
        String name = result.getParams().getBenchmark();
        String store = result.getParams().getParam("store");
        return new Score(
                name.substring(name.lastIndexOf('.') + 1),
                store == null ? "" : store,
                score.value(),
                allocated.value());
    }
}
