package io.m17.benchmarks.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.calendar.WindowSpace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// That every store does the work that it is timed for.
class CellStoreTest {
    private static final int SYMBOLS = 2;
    private static final int ROWS = SYMBOLS * WindowSpace.MINUTES_PER_SESSION;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void claimsAndFillsOnceAVersion(CellStore.Kind kind) throws IOException {
        try (CellStore store = CellStore.open(kind, directory.resolve("store"), SYMBOLS, 1)) {
            store.claimAndFill(7, 1);
            store.claimAndFill(7, 2);
            assertThrows(IllegalStateException.class, () -> store.claimAndFill(7, 2));
            store.claimAndFillBatch(8, 20, 1);
            store.claimAndFill(19, 2);
            assertThrows(IllegalStateException.class, () -> store.claimAndFill(8, 1));
            assertTrue(store.scan() > 0);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "M17")
    void readsAllSlotsOfARowAndOfAColumn(CellStore.Kind kind) throws IOException {
        try (CellStore store = CellStore.open(kind, directory.resolve("rows"), SYMBOLS, 4)) {
            assertEquals(21 + 22 + 23 + 24, store.readRow(5));
        }
        try (CellStore store = CellStore.open(kind, directory.resolve("column"), SYMBOLS, 1)) {
            assertEquals(ROWS * (ROWS + 1) / 2, store.scan());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "M17")
    void readsAllSlotsOfM17sRowsWhosePayloadIdsRepeat(CellStore.Kind kind) throws IOException {
        try (CellStore store = CellStore.open(kind, directory.resolve("rows"), SYMBOLS, 4)) {
            assertEquals(3 * 6 + 1, store.readRow(5));
            assertEquals(ROWS * (ROWS + 1) / 2, store.scan());
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatWasFilledAcrossAClose(CellStore.Kind kind) throws IOException {
        try (CellStore store = CellStore.open(kind, directory.resolve("store"), SYMBOLS, 1)) {
            store.claimAndFill(3, 1);
        }
        try (CellStore store = CellStore.open(kind, directory.resolve("store"), SYMBOLS, 1)) {
            store.claimAndFill(3, 2);
            store.claimAndFill(4, 1);
        }
    }
}
