package io.m17.benchmarks.journal;

import io.m17.benchmarks.JavaProcess;
import io.m17.benchmarks.Scale;
import io.m17.benchmarks.Scratch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// Quantiles of appends and of tailing, each the median of the runs. The logs take turns, so that all of them meet the
/// machine's slow minutes.
public final class Latencies {
    private Latencies() {}

    /// The time of each append.
    public static Map<LogWriter.Kind, Quantiles> append(Scale scale) throws IOException, InterruptedException {
        String seconds = Integer.toString(scale.latencySeconds());
        return medians(
                scale.runs(),
                kind -> Quantiles.parse(JavaProcess.run(AppendLatency.class.getName(), kind.name(), seconds)));
    }

    /// From append to visible in another process.
    public static Map<LogWriter.Kind, Quantiles> tail(Scale scale) throws IOException, InterruptedException {
        String seconds = Integer.toString(scale.latencySeconds());
        return medians(scale.runs(), kind -> tailOnce(kind, seconds, "tail-" + kind));
    }

    private interface Run {
        Quantiles of(LogWriter.Kind kind) throws IOException, InterruptedException;
    }

    private static Map<LogWriter.Kind, Quantiles> medians(int runs, Run measured)
            throws IOException, InterruptedException {
        Map<LogWriter.Kind, List<Quantiles>> all = new EnumMap<>(LogWriter.Kind.class);
        for (int run = 0; run < runs; run++) {
            for (LogWriter.Kind kind : LogWriter.Kind.values()) {
                all.computeIfAbsent(kind, first -> new ArrayList<>()).add(measured.of(kind));
            }
        }
        Map<LogWriter.Kind, Quantiles> medians = new EnumMap<>(LogWriter.Kind.class);
        all.forEach((kind, quantiles) -> medians.put(kind, median(quantiles)));
        return medians;
    }

    private static Quantiles tailOnce(LogWriter.Kind kind, String seconds, String name)
            throws IOException, InterruptedException {
        String main = TailerLatency.class.getName();
        Scratch.delete(Scratch.of(name));
        try (JavaProcess writer = JavaProcess.start(main, List.of("write", kind.name(), seconds, name))) {
            awaitReady(writer);
            try (JavaProcess reader = JavaProcess.start(main, List.of("read", kind.name(), seconds, name))) {
                awaitReady(reader);
                writer.go();
                String output = reader.output();
                writer.output();
                return Quantiles.parse(output);
            }
        } finally {
            Scratch.delete(Scratch.of(name));
        }
    }

    private static void awaitReady(JavaProcess process) throws IOException {
        if (process.awaitLine().filter("ready"::equals).isEmpty()) {
            throw new IOException("a process of the tailing measurement ended before it began");
        }
    }

    private static Quantiles median(List<Quantiles> runs) {
        return new Quantiles(
                median(runs, Quantiles::p50),
                median(runs, Quantiles::p99),
                median(runs, Quantiles::p9999),
                median(runs, Quantiles::max));
    }

    private static long median(List<Quantiles> runs, ToLongFunction<Quantiles> quantile) {
        List<Quantiles> sorted =
                runs.stream().sorted(Comparator.comparingLong(quantile)).toList();
        return quantile.applyAsLong(sorted.get(sorted.size() / 2));
    }
}
