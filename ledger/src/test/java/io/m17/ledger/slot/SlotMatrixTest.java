package io.m17.ledger.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.LedgerException;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.StateFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotMatrixTest {
    private static final SlotColumn COLUMN = SlotColumn.TRADE;
    private static final long FIRST = SummaryLayout.FIRST_CHANGES;

    @TempDir
    private Path directory;

    private SampleMatrix sample = new SampleMatrix(Path.of("unset"), LedgerKind.TRADE);

    @BeforeEach
    void name() {
        sample = new SampleMatrix(directory.resolve("trade-ledger.dat"), LedgerKind.TRADE);
    }

    @Test
    void listsASymbolWithTheColumnsOfItsOwnLedger() throws IOException {
        try (SlotMatrix matrix = sample.open(1)) {
            assertFalse(matrix.listed(2));
            matrix.list(2, SlotColumn.TRADE.bit() | SlotColumn.QUOTE.bit() | SlotColumn.AGGS_1M.bit());
            assertTrue(matrix.listed(2));
            assertFalse(matrix.listed(1));
            assertFalse(matrix.listed(SampleMatrix.SYMBOLS));
            assertEquals(SlotColumn.TRADE.bit() | SlotColumn.QUOTE.bit(), matrix.expected(2));
            assertEquals(new ColumnCounts(390, 0, 0, 0, 0, 0), matrix.counts(2, SlotColumn.TRADE));
            assertEquals(ColumnCounts.NONE, matrix.counts(2, SlotColumn.RF_RATE));
            assertEquals(ColumnCounts.NONE, matrix.counts(1, SlotColumn.TRADE));
        }
    }

    @Test
    void staysOpenWhenItIsClosedWithoutASummaryThatCanTell() throws IOException {
        sample.create();
        sample.flip(
                RowLayout.of(LedgerKind.TRADE, SampleMatrix.SYMBOLS).summary().headOffset(0), 1);
        SlotMatrix matrix = sample.open(2);
        matrix.list(5, 0);
        matrix.closeCleanly();
        assertTrue(SlotMatrix.openMark(sample.file()));
    }

    @Test
    void servesTheCountsOfTheRowsWhenTheSummarysAreAltered() throws IOException {
        sample.create();
        ColumnCounts counts;
        try (SlotMatrix matrix = sample.openReadOnly()) {
            counts = matrix.counts(SampleMatrix.LISTED.getFirst(), COLUMN);
        }
        long summary = RowLayout.of(LedgerKind.TRADE, SampleMatrix.SYMBOLS)
                .summary()
                .columnOffset(SampleMatrix.LISTED.getFirst(), COLUMN.position());
        for (long offset = summary; offset < summary + SummaryLayout.RECONCILED; offset++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                sample.flip(offset, 1 << bit);
                try (SlotMatrix matrix = sample.openReadOnly()) {
                    assertEquals(counts, matrix.counts(SampleMatrix.LISTED.getFirst(), COLUMN));
                }
                sample.flip(offset, 1 << bit);
            }
        }
    }

    @Test
    void servesTheCountsOfTheRowsWhenTheSummarysAreLost() throws IOException {
        sample.create();
        int symbolId = SampleMatrix.LISTED.getFirst();
        SummaryLayout summary =
                RowLayout.of(LedgerKind.TRADE, SampleMatrix.SYMBOLS).summary();
        ColumnCounts counts;
        try (SlotMatrix matrix = sample.openReadOnly()) {
            counts = matrix.counts(symbolId, COLUMN);
        }
        int columns = Math.toIntExact(summary.lengthBytes() - SummaryLayout.HEAD_LENGTH_BYTES);
        StateFiles.zero(sample.file(), summary.columnOffset(symbolId, 0), columns);
        try (SlotMatrix matrix = sample.openReadOnly()) {
            assertEquals(counts, matrix.counts(symbolId, COLUMN));
        }
        assertFalse(sample.faults().isEmpty());
    }

    @Test
    void neverFallsBackBehindAChangeWhenItsSequenceIsAltered() throws IOException {
        sample.create();
        int symbolId = SampleMatrix.LISTED.getFirst();
        long changes;
        try (SlotMatrix matrix = sample.openReadOnly()) {
            changes = matrix.changes(symbolId, COLUMN);
        }
        long summary = RowLayout.of(LedgerKind.TRADE, SampleMatrix.SYMBOLS)
                .summary()
                .columnOffset(symbolId, COLUMN.position());
        for (long offset = summary; offset < summary + SummaryLayout.COLUMN_LENGTH_BYTES; offset++) {
            sample.flip(offset, 4);
            try (SlotMatrix matrix = sample.openReadOnly()) {
                assertTrue(matrix.changes(symbolId, COLUMN) >= changes);
                long reconciled = matrix.reconciled(symbolId, COLUMN);
                assertTrue(reconciled == 17 || reconciled == 0);
            }
            sample.flip(offset, 4);
        }
    }

    @Test
    void refusesAnAlteredHeadOfASummary() throws IOException {
        sample.create();
        int symbolId = SampleMatrix.LISTED.getFirst();
        Slot stands;
        try (SlotMatrix matrix = sample.openReadOnly()) {
            stands = matrix.read(symbolId, 0, COLUMN);
        }
        long head =
                RowLayout.of(LedgerKind.TRADE, SampleMatrix.SYMBOLS).summary().headOffset(symbolId);
        for (long offset = head; offset < head + Long.BYTES; offset++) {
            sample.flip(offset, 8);
            try (SlotMatrix matrix = sample.openReadOnly()) {
                assertThrows(LedgerException.class, () -> matrix.listed(symbolId));
                assertThrows(LedgerException.class, () -> matrix.expected(symbolId));
                assertEquals(stands, matrix.read(symbolId, 0, COLUMN), "the row itself says whose it is");
            }
            sample.flip(offset, 8);
        }
    }

    @Test
    void refusesAFileThatWasCutOrLengthened() throws IOException {
        sample.create();
        long lengthBytes = Files.size(sample.file());
        for (long wrong : new long[] {0, 100, 4096, lengthBytes - 1, lengthBytes + 1}) {
            try (RandomAccessFile access = new RandomAccessFile(sample.file().toFile(), "rw")) {
                access.setLength(wrong);
            }
            if (wrong > 0) {
                assertThrows(LedgerException.class, () -> sample.openReadOnly().close());
            }
            assertThrows(LedgerException.class, () -> sample.open(2).close());
            assertEquals(wrong < FileHeader.OPEN_MARK, SlotMatrix.openMark(sample.file()));
            Files.delete(sample.file());
            sample.create();
        }
    }

    @Test
    void keepsEverythingWhenASymbolIsListedAgain() throws IOException {
        try (SlotMatrix matrix = sample.open(1)) {
            matrix.list(2, COLUMN.bit());
            SampleMatrix.fill(matrix, 2, 5, COLUMN, false);
            matrix.list(2, 0);
            assertEquals(COLUMN.bit(), matrix.expected(2));
            assertTrue(matrix.read(2, 5, COLUMN).filled());
        }
    }

    @Test
    void refusesWhatIsNotThere() throws IOException {
        try (SlotMatrix matrix = sample.open(1)) {
            matrix.list(0, COLUMN.bit());
            assertThrows(IllegalArgumentException.class, () -> matrix.read(1, 0, COLUMN));
            assertThrows(IllegalArgumentException.class, () -> matrix.read(0, 0, SlotColumn.GREEKS));
            assertThrows(IndexOutOfBoundsException.class, () -> matrix.read(0, 390, COLUMN));
            assertThrows(IndexOutOfBoundsException.class, () -> matrix.read(0, -1, COLUMN));
            assertThrows(IndexOutOfBoundsException.class, () -> matrix.read(SampleMatrix.SYMBOLS, 0, COLUMN));
            assertThrows(IndexOutOfBoundsException.class, () -> matrix.list(SampleMatrix.SYMBOLS, 0));
        }
    }

    @Test
    void countsEveryTransition() throws IOException {
        try (SlotMatrix matrix = sample.open(1)) {
            matrix.list(0, COLUMN.bit());
            assertEquals(new ColumnCounts(390, 0, 0, 0, 0, 0), matrix.counts(0, COLUMN));
            Slot claimed = claim(matrix, 7);
            assertEquals(new ColumnCounts(390, 1, 0, 0, 0, 0), matrix.counts(0, COLUMN));
            matrix.release(0, 7, COLUMN, claimed, Reason.INPUT_MISSING, 1);
            assertEquals(new ColumnCounts(390, 0, 0, 0, 0, 0), matrix.counts(0, COLUMN));
            SampleMatrix.fill(matrix, 0, 7, COLUMN, true);
            assertEquals(new ColumnCounts(390, 0, 1, 0, 0, 1), matrix.counts(0, COLUMN));
            Slot again = claim(matrix, 7);
            assertEquals(new ColumnCounts(390, 1, 0, 0, 0, 0), matrix.counts(0, COLUMN));
            matrix.release(0, 7, COLUMN, again, Reason.ENGINE_ERROR, 1);
            assertEquals(new ColumnCounts(390, 0, 1, 0, 0, 1), matrix.counts(0, COLUMN));
            SampleMatrix.fill(matrix, 0, 7, COLUMN, false);
            assertEquals(new ColumnCounts(390, 0, 1, 0, 0, 0), matrix.counts(0, COLUMN));
            SampleMatrix.blank(matrix, 0, 7, COLUMN, SlotStatus.CLEARED);
            assertEquals(new ColumnCounts(390, 0, 0, 1, 0, 0), matrix.counts(0, COLUMN));
            SampleMatrix.blank(matrix, 0, 7, COLUMN, SlotStatus.RETIRED);
            assertEquals(new ColumnCounts(389, 0, 0, 0, 1, 0), matrix.counts(0, COLUMN));
            assertEquals(389, matrix.counts(0, COLUMN).empty());
        }
    }

    @Test
    void countsAsAScanWouldAfterEveryStatus() throws IOException {
        sample.create();
        try (SlotMatrix matrix = sample.openReadOnly()) {
            assertEquals(new ColumnCounts(389, 0, 298, 1, 1, 75), matrix.counts(2, COLUMN));
        }
    }

    @Test
    void growsTheChangeSequenceWithEveryChangeButAClaim() throws IOException {
        try (SlotMatrix matrix = sample.open(1)) {
            matrix.list(0, COLUMN.bit());
            SampleMatrix.fill(matrix, 0, 7, COLUMN, false);
            assertEquals(FIRST + 1, matrix.changes(0, COLUMN));
            Slot claimed = claim(matrix, 7);
            assertEquals(FIRST + 1, matrix.changes(0, COLUMN));
            matrix.release(0, 7, COLUMN, claimed, Reason.NONE, 1);
            assertEquals(FIRST + 2, matrix.changes(0, COLUMN));
            SampleMatrix.blank(matrix, 0, 7, COLUMN, SlotStatus.CLEARED);
            assertEquals(FIRST + 3, matrix.changes(0, COLUMN));
            assertEquals(FIRST, matrix.changes(0, SlotColumn.QUOTE));
        }
    }

    @Test
    void remembersWhatWasReconciled() throws IOException {
        try (SlotMatrix matrix = sample.open(1)) {
            matrix.list(0, COLUMN.bit());
            assertEquals(0, matrix.reconciled(0, COLUMN));
            matrix.reconcile(0, COLUMN, 123_456_789_012L);
            assertEquals(123_456_789_012L, matrix.reconciled(0, COLUMN));
        }
    }

    @Test
    void writesNothingAndCountsNothingWhenItLoses() throws IOException {
        try (SlotMatrix matrix = sample.open(1)) {
            matrix.list(0, COLUMN.bit());
            Slot stale = matrix.read(0, 7, COLUMN);
            SampleMatrix.fill(matrix, 0, 7, COLUMN, false);
            Slot now = matrix.read(0, 7, COLUMN);
            assertEquals(SlotProtocol.LOST, matrix.fill(0, 7, COLUMN, stale, SampleMatrix.meta(0, 8, COLUMN, true)));
            assertEquals(SlotProtocol.LOST, matrix.claim(0, 7, COLUMN, stale, 1));
            assertEquals(
                    SlotProtocol.LOST,
                    matrix.blank(0, 7, COLUMN, stale, SlotStatus.CLEARED, Reason.CLEARED_BY_OPERATOR, 1));
            assertEquals(now, matrix.read(0, 7, COLUMN));
            assertEquals(new ColumnCounts(390, 0, 1, 0, 0, 0), matrix.counts(0, COLUMN));
            assertEquals(FIRST + 1, matrix.changes(0, COLUMN));
        }
    }

    @Test
    void holdsEverythingAfterItIsOpenedAgain() throws IOException {
        Slot before;
        try (SlotMatrix matrix = sample.open(1)) {
            matrix.list(5, COLUMN.bit());
            SampleMatrix.fill(matrix, 5, 389, COLUMN, true);
            before = matrix.read(5, 389, COLUMN);
        }
        try (SlotMatrix matrix = sample.open(2)) {
            assertEquals(before, matrix.read(5, 389, COLUMN));
            assertEquals(new ColumnCounts(390, 0, 1, 0, 0, 1), matrix.counts(5, COLUMN));
        }
    }

    @Test
    void keepsTheOpenMarkWhenItsWriterIsGoneWithoutAWord() throws IOException {
        try (SlotMatrix matrix = sample.open(1)) {
            assertFalse(matrix.openMark());
            matrix.list(0, COLUMN.bit());
            assertTrue(matrix.openMark());
        }
        assertTrue(SlotMatrix.openMark(sample.file()));
    }

    @Test
    void takesTheOpenMarkOffWhenItIsClosedCleanly() throws IOException {
        sample.create();
        assertFalse(SlotMatrix.openMark(sample.file()));
        try (SlotMatrix matrix = sample.openReadOnly()) {
            assertFalse(matrix.openMark());
        }
    }

    @Test
    void keepsTheOpenMarkWhileAClaimIsHeld() throws IOException {
        SlotMatrix matrix = sample.open(1);
        matrix.list(0, COLUMN.bit());
        claim(matrix, 7);
        matrix.closeCleanly();
        assertTrue(SlotMatrix.openMark(sample.file()));
    }

    @Test
    void showsAWritersStoresToAReader() throws IOException {
        sample.create();
        try (SlotMatrix writer = sample.open(2);
                SlotMatrix reader = SlotMatrix.openReadOnly(sample.file(), LedgerKind.TRADE, SampleMatrix.SESSION, 2)) {
            writer.list(4, COLUMN.bit());
            assertTrue(reader.listed(4));
            SampleMatrix.fill(writer, 4, 12, COLUMN, false);
            assertEquals(writer.read(4, 12, COLUMN), reader.read(4, 12, COLUMN));
            assertNotEquals(SlotProtocol.LOST, writer.claim(4, 12, COLUMN, writer.read(4, 12, COLUMN), 1));
            assertEquals(SlotStatus.PENDING, reader.read(4, 12, COLUMN).status());
            assertEquals(1, reader.counts(4, COLUMN).pending());
        }
    }

    @Test
    void refusesStoresThroughAReader() throws IOException {
        sample.create();
        try (SlotMatrix reader = sample.openReadOnly()) {
            Slot from = reader.read(0, 5, COLUMN);
            assertThrows(RuntimeException.class, () -> reader.claim(0, 5, COLUMN, from, 1));
            assertEquals(from, reader.read(0, 5, COLUMN));
        }
    }

    private static Slot claim(SlotMatrix matrix, int minute) {
        long word = matrix.claim(0, minute, COLUMN, matrix.read(0, minute, COLUMN), 1);
        Slot slot = matrix.read(0, minute, COLUMN);
        assertEquals(word, slot.word());
        assertEquals(SlotStatus.PENDING, slot.status());
        return slot;
    }
}
