package io.m17.benchmarks.journal;

import io.m17.benchmarks.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;

/// The time that each append takes, at a million records a second, while another thread makes room ready. A process of
/// its own: `AppendLatency STORE SECONDS` prints `p50=… p99=… p9999=… max=…` in nanoseconds.
final class AppendLatency {
    private static final int WARM_RECORDS = 1_000_000;
    private static final long INTERVAL_NS = 1_000;
    private static final long TOUCH_PAUSE_MS = 1;

    private AppendLatency() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LogWriter.Kind kind = LogWriter.Kind.valueOf(arguments[0]);
        int records = Integer.parseInt(arguments[1]) * 1_000_000;
        Path directory = Scratch.fresh("latency-" + kind);
        try (LogWriter writer = LogWriter.create(kind, directory)) {
            Thread toucher = Thread.ofPlatform().daemon().start(() -> touchAhead(writer));
            run(writer, WARM_RECORDS);
            System.out.println(Quantiles.of(run(writer, records)));
            toucher.interrupt();
            toucher.join();
        } finally {
            Scratch.delete(directory);
        }
    }

    private static Histogram run(LogWriter writer, int records) {
        Histogram times = new Histogram(Quantiles.LARGEST_NS, Quantiles.DIGITS);
        byte[] record = new byte[AppendCost.RECORD_BYTES];
        record[0] = 1;
        long due = System.nanoTime();
        for (int i = 0; i < records; i++) {
            writer.touchNext();
            long begun = System.nanoTime();
            while (begun < due) {
                Thread.onSpinWait();
                begun = System.nanoTime();
            }
            writer.append(record);
            times.recordValue(Math.min(System.nanoTime() - begun, Quantiles.LARGEST_NS));
            due = Math.max(due + INTERVAL_NS, begun);
        }
        return times;
    }

    private static void touchAhead(LogWriter writer) {
        try {
            while (true) { // ends: interrupted when the last record is appended
                writer.touchAhead();
                Thread.sleep(TOUCH_PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
