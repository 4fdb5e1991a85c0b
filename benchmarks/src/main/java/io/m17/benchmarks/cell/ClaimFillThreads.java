package io.m17.benchmarks.cell;

import io.m17.benchmarks.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Claim and fill by m17 in threads that share the session and have symbols of their own: operations a microsecond.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClaimFillThreads {
    private static final int THREADS = 2;
    private static final int ROWS_A_THREAD = ClaimFill.ROWS / THREADS;

    /// The session.
    @State(Scope.Benchmark)
    public static class Shared {
        private final AtomicInteger threads = new AtomicInteger();
        private Path directory = Path.of("");
        private CellStore cells = CellStores.NONE;

        @Setup(Level.Trial)
        public void open() throws IOException {
            directory = Scratch.fresh("claim-fill-threads");
            cells = CellStore.open(CellStore.Kind.M17, directory, ClaimFill.SYMBOLS, 1);
        }

        @TearDown(Level.Trial)
        public void close() {
            cells.close();
            Scratch.delete(directory);
        }
    }

    /// One thread's part of it.
    @State(Scope.Thread)
    public static class Own {
        private int begin;
        private int row;
        private int version = 1;

        @Setup(Level.Trial)
        public void take(Shared shared) {
            begin = shared.threads.getAndIncrement() * ROWS_A_THREAD;
            row = begin;
        }

        private int next() {
            int from = row;
            if (from == begin + ROWS_A_THREAD) {
                from = begin;
                version++;
            }
            row = from + ClaimFill.BATCH;
            return from;
        }
    }

    @Benchmark
    @OperationsPerInvocation(ClaimFill.BATCH)
    public void claimAndFill(Shared shared, Own own) {
        int from = own.next();
        shared.cells.claimAndFillBatch(from, from + ClaimFill.BATCH, own.version);
    }
}
