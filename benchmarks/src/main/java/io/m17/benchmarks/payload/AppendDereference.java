package io.m17.benchmarks.payload;

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

/// Half a million payload records into a new store, a thousand a batch; after each batch every record of it is read by
/// what its append returned, in another order.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AppendDereference {
    private static final int RECORDS = 500_000;
    private static final int BATCH = 1000;
    private static final int STRIDE = 377;

    @Param
    public PayloadStore.Kind store = PayloadStore.Kind.M17;

    private final long[] found = new long[BATCH];
    private Path directory = Path.of("");
    private @Nullable PayloadStore payloads;

    @Setup(Level.Iteration)
    public void create() throws IOException {
        directory = Scratch.fresh("payloads-" + store);
        payloads = PayloadStore.create(store, directory);
    }

    @TearDown(Level.Iteration)
    public void close() {
        Objects.requireNonNull(payloads).close();
        Scratch.delete(directory);
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long appendAndDereference() {
        PayloadStore open = Objects.requireNonNull(payloads);
        long sum = 0;
        for (int record = 0; record < RECORDS; record += BATCH) {
            sum += batch(open, record);
        }
        return sum;
    }

    private long batch(PayloadStore open, int first) {
        open.begin();
        for (int i = 0; i < BATCH; i++) {
            found[i] = open.append(first + i);
        }
        open.commit();
        long sum = 0;
        for (int i = 0, at = 0; i < BATCH; i++, at = (at + STRIDE) % BATCH) {
            sum += open.checksum(found[at]);
        }
        return sum;
    }
}
