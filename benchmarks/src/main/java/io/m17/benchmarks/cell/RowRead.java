package io.m17.benchmarks.cell;

import io.m17.benchmarks.Scratch;
import io.m17.ledger.calendar.WindowSpace;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// The four slots of a row, rows in random order over a session. The stores are filled by the first fork that asks.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RowRead {
    private static final long MULTIPLIER = 6364136223846793005L;
    private static final long INCREMENT = 1442695040888963407L;

    @Param
    public CellStore.Kind store = CellStore.Kind.M17;

    @Param("10000")
    public int symbols;

    private CellStore cells = CellStores.NONE;
    private long random = 17;

    @Setup(Level.Trial)
    public void open() throws IOException {
        cells = CellStore.open(store, Scratch.of("rows-" + store + "-" + symbols), symbols, 4);
    }

    @TearDown(Level.Trial)
    public void close() {
        cells.close();
    }

    @Benchmark
    public long read() {
        random = random * MULTIPLIER + INCREMENT;
        long rows = (long) symbols * WindowSpace.MINUTES_PER_SESSION;
        return cells.readRow((int) (((random >>> 32) * rows) >>> 32));
    }
}
