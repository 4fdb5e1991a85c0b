package io.m17.ledger.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotCursorTest {
    private static final SlotColumn COLUMN = SlotColumn.TRADE;
    private static final int NO_PAYLOAD = -1;

    @TempDir
    private Path directory;

    private SampleMatrix sample = new SampleMatrix(Path.of("unset"), LedgerKind.TRADE);
    private SlotMatrix matrix;

    @BeforeEach
    void open() throws IOException {
        sample = new SampleMatrix(directory.resolve("trade-ledger.dat"), LedgerKind.TRADE);
        matrix = sample.open(1);
        matrix.list(0, COLUMN.bit());
        matrix.list(2, COLUMN.bit());
    }

    @AfterEach
    void close() {
        matrix.close();
    }

    private SlotCursor cursor() {
        return matrix.cursor(COLUMN, id -> id != NO_PAYLOAD);
    }

    private static boolean fill(SlotCursor cursor, int symbolId, boolean knownEmpty) {
        PayloadMeta meta = SampleMatrix.meta(symbolId, cursor.minute(), COLUMN, knownEmpty);
        return cursor.fill(meta.payloadId(), meta.version(), meta.checksum(), knownEmpty, meta.lastUpdatedNs());
    }

    @Test
    void readsWhatTheMatrixReads() throws IOException {
        matrix.close();
        Files.delete(sample.file());
        sample.create();
        matrix = sample.open(2);
        RowCursor rows = matrix.rows();
        try (SlotCursor cursor = cursor()) {
            for (int symbolId : SampleMatrix.LISTED) {
                for (int minute = 0; minute < SampleMatrix.SESSION.minutes(); minute++) {
                    Slot slot = matrix.read(symbolId, minute, COLUMN);
                    SlotView seen = cursor.at(symbolId, minute);
                    rows.at(symbolId, minute);
                    assertEquals(slot, seen.toSlot());
                    assertEquals(slot, rows.slot(COLUMN).toSlot());
                    assertEquals(slot.filled(), seen.filled());
                    assertEquals(slot.knownEmpty(), seen.knownEmpty());
                }
            }
        }
    }

    @Test
    void claimsAndFillsAtOnceAndCountsWhenItMovesOn() {
        try (SlotCursor cursor = cursor()) {
            cursor.at(0, 7);
            assertTrue(cursor.claim(5));
            assertEquals(SlotStatus.PENDING, matrix.read(0, 7, COLUMN).status());
            assertEquals(5, matrix.read(0, 7, COLUMN).lastUpdatedNs());
            assertTrue(fill(cursor, 0, true));
            assertTrue(matrix.read(0, 7, COLUMN).knownEmpty());
            assertEquals(matrix.read(0, 7, COLUMN), cursor.slot().toSlot());
            assertEquals(0, matrix.counts(0, COLUMN).filled());
            assertEquals(SummaryLayout.FIRST_CHANGES, matrix.changes(0, COLUMN));
            cursor.at(2, 7);
            assertEquals(new ColumnCounts(390, 0, 1, 0, 0, 1), matrix.counts(0, COLUMN));
            assertEquals(SummaryLayout.FIRST_CHANGES + 1, matrix.changes(0, COLUMN));
        }
    }

    @Test
    void losesAgainstWhoeverWroteSinceItRead() {
        try (SlotCursor cursor = cursor()) {
            cursor.at(0, 7);
            SampleMatrix.fill(matrix, 0, 7, COLUMN, false);
            Slot stands = matrix.read(0, 7, COLUMN);
            assertFalse(cursor.claim(5));
            assertFalse(fill(cursor, 0, true));
            assertEquals(stands, matrix.read(0, 7, COLUMN));

            cursor.at(0, 7);
            assertTrue(cursor.claim(5));
            SampleMatrix.blank(matrix, 0, 7, COLUMN, SlotStatus.CLEARED);
            assertFalse(fill(cursor, 0, true));
            assertEquals(SlotStatus.CLEARED, matrix.read(0, 7, COLUMN).status());
        }
        assertEquals(new ColumnCounts(390, 0, 0, 1, 0, 0), matrix.counts(0, COLUMN));
    }

    @Test
    void refusesToRegressToClaimTwiceAndToTouchWhatIsRetired() {
        SampleMatrix.blank(matrix, 0, 8, COLUMN, SlotStatus.RETIRED);
        try (SlotCursor cursor = cursor()) {
            cursor.at(0, 7);
            assertTrue(cursor.fill(1, 5, 9, false, 5));
            assertFalse(cursor.fill(2, 4, 9, false, 6));
            assertTrue(cursor.claim(7));
            assertFalse(cursor.claim(8));
            cursor.at(0, 8);
            assertFalse(cursor.claim(9));
            assertFalse(cursor.fill(1, 1, 9, false, 9));
        }
        assertEquals(1, matrix.read(0, 7, COLUMN).payloadId());
    }

    @Test
    void refusesWhatIsNotThereBeforeAnythingIsWritten() {
        assertThrows(IllegalArgumentException.class, () -> matrix.cursor(SlotColumn.GREEKS, id -> true));
        SlotCursor cursor = cursor();
        assertThrows(IllegalStateException.class, () -> cursor.claim(1));
        assertThrows(IndexOutOfBoundsException.class, () -> cursor.at(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> cursor.at(1, 0));
        assertThrows(IllegalStateException.class, () -> cursor.claim(1));
        assertThrows(IllegalArgumentException.class, () -> cursor.at(0, 390));
        assertThrows(IllegalArgumentException.class, () -> cursor.at(0, -1));
        cursor.at(0, 0);
        assertThrows(IllegalArgumentException.class, () -> cursor.fill(NO_PAYLOAD, 1, 1, false, 1));
        cursor.close();
        assertThrows(IllegalStateException.class, () -> cursor.claim(1));
        assertEquals(0, matrix.read(0, 0, COLUMN).word());
        assertEquals(SummaryLayout.FIRST_CHANGES, matrix.changes(0, COLUMN));
    }

    @Test
    void leavesSummariesThatFitTheSlots() throws IOException {
        Random random = new Random(17);
        try (SlotCursor cursor = cursor()) {
            for (int step = 0; step < 20_000; step++) {
                int symbolId = SampleMatrix.LISTED.get(random.nextInt(2));
                cursor.at(symbolId, random.nextInt(390));
                switch (random.nextInt(4)) {
                    case 0 -> cursor.claim(step);
                    case 1 -> SampleMatrix.blank(matrix, symbolId, cursor.minute(), COLUMN, SlotStatus.CLEARED);
                    case 2 -> fill(cursor, symbolId, random.nextBoolean());
                    default -> cursor.flush();
                }
            }
        }
        assertEquals(List.of(), MatrixScan.check(matrix, SampleMatrix.RESOLVER));
    }

    @Test
    void allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        RowCursor rows = matrix.rows();
        long least = Long.MAX_VALUE;
        try (SlotCursor cursor = cursor()) {
            for (int round = 0; round < 30; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int minute = 0; minute < 390; minute++) {
                    cursor.at(0, minute);
                    cursor.claim(round);
                    cursor.fill(1, round, round, false, round);
                    rows.at(0, minute);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
        }
        assertTrue(least < 390, "bytes a round: " + least);
    }
}
