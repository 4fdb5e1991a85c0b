package io.m17.benchmarks.cell;

import io.m17.benchmarks.Scratch;
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

/// One column of a session, every slot: a sum over those that are filled. A peer holds this column and no other; m17
/// holds rows of four.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ColumnScan {
    @Param
    public CellStore.Kind store = CellStore.Kind.M17;

    @Param("10000")
    public int symbols;

    private CellStore cells = CellStores.NONE;

    @Setup(Level.Trial)
    public void open() throws IOException {
        int slotsPerRow = store == CellStore.Kind.M17 ? 4 : 1;
        String name = slotsPerRow == 4 ? "rows-" : "column-";
        cells = CellStore.open(store, Scratch.of(name + store + "-" + symbols), symbols, slotsPerRow);
    }

    @TearDown(Level.Trial)
    public void close() {
        cells.close();
    }

    @Benchmark
    public long scan() {
        return cells.scan();
    }
}
