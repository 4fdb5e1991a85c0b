package io.m17.benchmarks.journal;

import io.m17.benchmarks.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Two million records of 64 bytes into a new log, by one writer as fast as it can.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AppendCost {
    static final int RECORD_BYTES = 64;
    private static final int RECORDS = 2_000_000;

    @Param
    public LogWriter.Kind store = LogWriter.Kind.M17;

    private final byte[] record = new byte[RECORD_BYTES];
    private Path directory = Path.of("");
    private @Nullable LogWriter writer;

    @Setup(Level.Iteration)
    public void create() throws IOException {
        directory = Scratch.fresh("append-" + store);
        writer = LogWriter.create(store, directory);
        record[0] = 1;
    }

    @TearDown(Level.Iteration)
    public void close() {
        Objects.requireNonNull(writer).close();
        Scratch.delete(directory);
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void append() {
        LogWriter open = Objects.requireNonNull(writer);
        for (int i = 0; i < RECORDS; i++) {
            open.append(record);
        }
    }
}
