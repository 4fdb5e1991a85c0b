package io.m17.benchmarks.cell;

import io.m17.benchmarks.Scratch;
import io.m17.ledger.calendar.WindowSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

/// Claim and fill of a slot with its expected version, one thread, over 99 840 slots in order of symbol and minute.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ClaimFill {
    static final int SYMBOLS = 256;
    static final int ROWS = SYMBOLS * WindowSpace.MINUTES_PER_SESSION;
    static final int BATCH = 960;

    @Param
    public CellStore.Kind store = CellStore.Kind.M17;

    private Path directory = Path.of("");
    private CellStore cells = CellStores.NONE;
    private int row;
    private int version;

    @Setup(Level.Trial)
    public void open() throws IOException {
        directory = Scratch.fresh("claim-fill-" + store);
        cells = CellStore.open(store, directory, SYMBOLS, 1);
        row = 0;
        version = 1;
    }

    @TearDown(Level.Trial)
    public void close() {
        cells.close();
        Scratch.delete(directory);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void batched() {
        int from = next();
        cells.claimAndFillBatch(from, from + BATCH, version);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void eachCommitted() {
        int from = next();
        for (int at = from; at < from + BATCH; at++) {
            cells.claimAndFill(at, version);
        }
    }

    /// The first row of the next batch; the batch behind the last begins again with the next version.
    private int next() {
        int from = row;
        if (from == ROWS) {
            from = 0;
            version++;
        }
        row = from + BATCH;
        return from;
    }
}
