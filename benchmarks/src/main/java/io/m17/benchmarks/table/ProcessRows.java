package io.m17.benchmarks.table;

import io.m17.benchmarks.Scale;
import io.m17.benchmarks.journal.Latencies;
import io.m17.benchmarks.journal.LogWriter;
import io.m17.benchmarks.journal.Quantiles;
import io.m17.benchmarks.open.Opening;
import io.m17.benchmarks.payload.PayloadStore;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// The lines that processes of their own measure: quantiles of appends and of tailing, and opening.
final class ProcessRows {
    private static final long APPEND_P99_NS = 300;
    private static final long APPEND_P9999_NS = 20_000;
    private static final double CLEAN_MS = 1000;
    private static final double CRASH_MS = 2000;
    private static final double NS_PER_MS = 1e6;

    private final Scale scale;
    private final Consumer<Row> taker;

    ProcessRows(Scale scale, Consumer<Row> taker) {
        this.scale = scale;
        this.taker = taker;
    }

    void measure() throws IOException, InterruptedException {
        appends();
        tailing();
        opening();
    }

    private void appends() throws IOException, InterruptedException {
        Map<LogWriter.Kind, Quantiles> measured = Latencies.append(scale);
        Quantiles ours = Objects.requireNonNull(measured.get(LogWriter.Kind.M17));
        Quantiles queue = Objects.requireNonNull(measured.get(LogWriter.Kind.CHRONICLE_QUEUE));
        quantile("journal append, p50", ours.p50(), queue.p50(), "under its own", true);
        quantile(
                "journal append, p99",
                ours.p99(),
                queue.p99(),
                "< 300 ns and under its own",
                ours.p99() < APPEND_P99_NS);
        quantile(
                "journal append, p99.99",
                ours.p9999(),
                queue.p9999(),
                "< 20 µs and under its own",
                ours.p9999() < APPEND_P9999_NS);
    }

    private void tailing() throws IOException, InterruptedException {
        Map<LogWriter.Kind, Quantiles> measured = Latencies.tail(scale);
        Quantiles ours = Objects.requireNonNull(measured.get(LogWriter.Kind.M17));
        Quantiles queue = Objects.requireNonNull(measured.get(LogWriter.Kind.CHRONICLE_QUEUE));
        quantile("visible in another process, p50", ours.p50(), queue.p50(), "under its own", true);
        quantile("visible in another process, p99", ours.p99(), queue.p99(), "under its own", true);
    }

    private void quantile(String work, long ours, long queue, String target, boolean met) {
        taker.accept(new Row(
                work,
                Words.time(ours),
                "Chronicle Queue " + Words.time(queue),
                Words.ratio((double) queue / ours),
                target,
                met && ours < queue,
                "-"));
    }

    private void opening() throws IOException, InterruptedException {
        Opening opening = Opening.measure(scale);
        String size = "%d sessions, %,d symbols, %,d payloads"
                .formatted(scale.sessions(), scale.symbols(), opening.payloads());
        open("open after a clean stop: " + size, opening.cleanMs(), opening.peerMs(), CLEAN_MS);
        open(
                "the same in a JVM just started, with a cache of classes as `scripts/m17` has one",
                opening.cachedMs(),
                opening.peerMs(),
                CLEAN_MS);
        open("the same without that cache", opening.coldMs(), opening.peerMs(), CLEAN_MS);
        open(
                "open after a clean stop, until every session is mapped and read",
                opening.allMs(),
                opening.peerMs(),
                CLEAN_MS);
        open("open after a crash, one session open", opening.crashMs(), opening.peerCrashMs(), CRASH_MS);
        open(
                "open after a crash, the open session full: %,d symbols".formatted(scale.symbols()),
                opening.fullCrashMs(),
                opening.peerCrashMs(),
                CRASH_MS);
    }

    private void open(String work, double ours, Map<PayloadStore.Kind, Double> peers, double targetMs) {
        double rocks = Objects.requireNonNull(peers.get(PayloadStore.Kind.ROCKSDB));
        double sqlite = Objects.requireNonNull(peers.get(PayloadStore.Kind.SQLITE));
        taker.accept(new Row(
                work,
                Words.time(ours * NS_PER_MS),
                "RocksDB %s, SQLite %s of %,d records"
                        .formatted(Words.time(rocks * NS_PER_MS), Words.time(sqlite * NS_PER_MS), scale.peerKeys()),
                Words.ratio(Math.min(rocks, sqlite) / ours),
                "≤ " + Words.time(targetMs * NS_PER_MS),
                ours <= targetMs,
                "-"));
    }
}
