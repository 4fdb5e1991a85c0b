package io.m17.benchmarks.cell;

import io.m17.ledger.calendar.WindowSpace;
import java.io.IOException;
import java.nio.file.Path;

/// The slots of one session in some store. Row `symbol × 390 + minute` has `slotsPerRow` slots, all filled at version 1
/// when it is new; slot 0 is the one that is claimed, filled and scanned.
///
/// Confined to one thread, save that m17's takes any number on different rows.
public interface CellStore extends AutoCloseable {
    /// The write time that stands in every slot; no clock is read.
    long NOW_NS = 1_720_000_000_000_000_000L;

    /// Which store.
    enum Kind {
        M17,
        LMDB,
        ROCKSDB,
        SQLITE,
        CHRONICLE_MAP
    }

    /// Opens a store in a directory, filled when it was not there.
    static CellStore open(Kind kind, Path directory, int symbols, int slotsPerRow) throws IOException {
        int rows = symbols * WindowSpace.MINUTES_PER_SESSION;
        return switch (kind) {
            case M17 -> M17Cells.open(directory, symbols, slotsPerRow);
            case LMDB -> LmdbCells.open(directory, rows, slotsPerRow);
            case ROCKSDB -> RocksCells.open(directory, rows, slotsPerRow);
            case SQLITE -> SqliteCells.open(directory, rows, slotsPerRow);
            case CHRONICLE_MAP -> ChronicleCells.open(directory, rows, slotsPerRow);
        };
    }

    /// Claims a row's slot 0 if it has the expected version, then fills it with the next one: two commits.
    void claimAndFill(int row, int expectedVersion);

    /// The same for the rows `[from, to)` in one commit, where the store has such a thing.
    void claimAndFillBatch(int from, int to, int expectedVersion);

    /// Reads the slots of a row; the sum of their payload ids.
    long readRow(int row);

    /// Reads slot 0 of every row; the sum of the payload ids of those that are filled.
    long scan();

    @Override
    void close();
}
