package io.m17.benchmarks.journal;

import io.m17.benchmarks.Scratch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;

/// From just before an append to when a tailer in another process has the record, at a hundred thousand records a
/// second. `System.nanoTime` is one clock for all processes of a Linux machine.
///
/// `TailerLatency write STORE SECONDS DIR` and, beside it, `TailerLatency read STORE SECONDS DIR`, which prints the
/// quantiles in nanoseconds. Both say when they are ready; the writer then begins with the first byte of its input.
final class TailerLatency {
    private static final int RECORDS_PER_SECOND = 100_000;
    private static final long INTERVAL_NS = 1_000_000_000L / RECORDS_PER_SECOND;
    private static final int WARM_SECONDS = 1;

    private TailerLatency() {}

    public static void main(String[] arguments) throws IOException {
        LogWriter.Kind kind = LogWriter.Kind.valueOf(arguments[1]);
        int warm = WARM_SECONDS * RECORDS_PER_SECOND;
        int records = Integer.parseInt(arguments[2]) * RECORDS_PER_SECOND;
        Path directory = Scratch.of(arguments[3]);
        switch (arguments[0]) {
            case "write" -> write(kind, directory, warm + records);
            case "read" -> System.out.println(Quantiles.of(read(kind, directory, warm, records)));
            default -> throw new IllegalArgumentException("write or read [word=" + arguments[0] + "]");
        }
    }

    private static void write(LogWriter.Kind kind, Path directory, int records) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(AppendCost.RECORD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (LogWriter writer = LogWriter.create(kind, directory)) {
            System.out.println("ready");
            if (System.in.read() < 0) {
                throw new IOException("the reader never began");
            }
            long due = System.nanoTime();
            for (int i = 0; i < records; i++) {
                long nowNs = System.nanoTime();
                while (nowNs < due) {
                    Thread.onSpinWait();
                    nowNs = System.nanoTime();
                }
                writer.append(record.putLong(0, nowNs).array());
                due += INTERVAL_NS;
            }
        }
    }

    private static Histogram read(LogWriter.Kind kind, Path directory, int warm, int records) throws IOException {
        Histogram times = new Histogram(Quantiles.LARGEST_NS, Quantiles.DIGITS);
        try (LogReader reader = LogReader.open(kind, directory)) {
            System.out.println("ready");
            for (int i = 0; i < warm + records; i++) {
                long written = reader.poll();
                while (written == Long.MIN_VALUE) { // ends: the writer writes that many
                    Thread.onSpinWait();
                    written = reader.poll();
                }
                if (i >= warm) {
                    times.recordValue(Math.clamp(System.nanoTime() - written, 0, Quantiles.LARGEST_NS));
                }
            }
        }
        return times;
    }
}
