package io.m17.ledger.slot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.LedgerKind;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixScanTest {
    private static final long SEED = 20240702;
    private static final int RANDOM_FLIPS = 400;

    @TempDir
    private Path directory;

    private SampleMatrix create(LedgerKind kind) throws IOException {
        SampleMatrix sample = new SampleMatrix(directory.resolve(kind.fileName()), kind);
        sample.create();
        assertEquals(List.of(), sample.faults());
        return sample;
    }

    @Test
    void findsAFlippedByteOfEveryKind() throws IOException {
        for (LedgerKind kind : LedgerKind.values()) {
            SampleMatrix sample = create(kind);
            List<Long> missed = new ArrayList<>();
            for (long offset : telling(RowLayout.of(kind, SampleMatrix.SYMBOLS))) {
                collectMiss(sample, offset, 0x10, missed);
            }
            assertEquals(List.of(), missed, () -> "flips that the scan of " + kind + " does not find");
        }
    }

    @Test
    void findsAFlippedByteAnywhere() throws IOException {
        Random random = new Random(SEED);
        for (LedgerKind kind : LedgerKind.values()) {
            SampleMatrix sample = create(kind);
            long lengthBytes = RowLayout.of(kind, SampleMatrix.SYMBOLS).fileLengthBytes(SampleMatrix.SYMBOLS);
            List<Long> missed = new ArrayList<>();
            for (int i = 0; i < RANDOM_FLIPS; i++) {
                collectMiss(sample, random.nextLong(lengthBytes), 1 + random.nextInt(255), missed);
            }
            assertEquals(List.of(), missed, () -> "flips that the scan does not find, seed " + SEED);
        }
    }

    @Test
    void mendsAFlippedByteInEveryField() throws IOException {
        for (LedgerKind kind : LedgerKind.values()) {
            SampleMatrix sample = create(kind);
            byte[] sound = Files.readAllBytes(sample.file());
            for (long offset : telling(RowLayout.of(kind, SampleMatrix.SYMBOLS))) {
                if (offset >= FileHeader.FIELDS_LENGTH_BYTES && offset % 5 == 0) {
                    sample.flip(offset, 0x10);
                    List<MatrixFault> mended = mend(sample, 2);
                    assertNotEquals(List.of(), mended, () -> "nothing mended at " + offset);
                    assertEquals(List.of(), sample.faults(), () -> "after mending the flip at " + offset);
                    Files.write(sample.file(), sound);
                }
            }
        }
    }

    @Test
    void makesADamagedSlotEmptyAndLeavesTheOthers() throws IOException {
        SampleMatrix sample = create(LedgerKind.TRADE);
        RowLayout layout = RowLayout.of(LedgerKind.TRADE, SampleMatrix.SYMBOLS);
        sample.flip(layout.slotOffset(2, 37, SlotColumn.QUOTE.position()) + SlotLayout.LAST_UPDATED_NS, 1);
        assertEquals(
                List.of("2/37/QUOTE"),
                mend(sample, 2).stream()
                        .filter(fault -> fault.minute() >= 0)
                        .map(fault -> fault.symbolId() + "/" + fault.minute() + "/"
                                + fault.column().orElseThrow())
                        .toList());
        try (SlotMatrix matrix = sample.openReadOnly()) {
            Slot mended = matrix.read(2, 37, SlotColumn.QUOTE);
            assertEquals(SlotStatus.EMPTY, mended.status());
            assertEquals(Reason.DAMAGED, mended.reason());
            assertEquals(SampleMatrix.NOW_NS, mended.lastUpdatedNs());
            assertEquals(new ColumnCounts(389, 0, 297, 1, 1, 75), matrix.counts(2, SlotColumn.QUOTE));
            assertEquals(new ColumnCounts(389, 0, 298, 1, 1, 75), matrix.counts(2, SlotColumn.TRADE));
        }
    }

    @Test
    void makesASlotEmptyWhosePayloadDoesNotResolve() throws IOException {
        SampleMatrix sample = create(LedgerKind.TRADE);
        try (SlotMatrix matrix = sample.open(2)) {
            SlotResolver lost = (symbolId, minute, column, slot) ->
                    minute == 20 ? Reason.PAYLOAD_LOST : SampleMatrix.RESOLVER.fault(symbolId, minute, column, slot);
            assertEquals(8, MatrixScan.check(matrix, lost).size());
            MatrixScan.mend(matrix, lost, 5);
            assertEquals(
                    Reason.PAYLOAD_LOST, matrix.read(0, 20, SlotColumn.TRADE).reason());
            assertEquals(List.of(), MatrixScan.check(matrix, lost));
        }
    }

    @Test
    void findsATornSlotAndAClaimThatIsVoid() throws IOException {
        SampleMatrix sample = create(LedgerKind.TRADE);
        try (SlotMatrix matrix = sample.open(2)) {
            matrix.claim(0, 21, SlotColumn.TRADE, matrix.read(0, 21, SlotColumn.TRADE), 1);
            long offset = matrix.slotOffset(0, 22, SlotColumn.TRADE);
            long word = matrix.memory().get(offset);
            matrix.memory().set(offset, SlotWord.writing(word, 2));
        }
        mend(sample, 3);
        try (SlotMatrix matrix = sample.open(3)) {
            assertTrue(matrix.read(0, 21, SlotColumn.TRADE).filled());
            assertEquals(Reason.TORN_WRITE, matrix.read(0, 22, SlotColumn.TRADE).reason());
            assertEquals(new ColumnCounts(389, 0, 297, 1, 1, 75), matrix.counts(0, SlotColumn.TRADE));
            assertEquals(List.of(), MatrixScan.check(matrix, SampleMatrix.RESOLVER));
        }
    }

    @Test
    void movesTheChangeSequenceOnSoThatNothingCountsAsReconciled() throws IOException {
        SampleMatrix sample = create(LedgerKind.TRADE);
        long before;
        try (SlotMatrix matrix = sample.openReadOnly()) {
            before = matrix.changes(0, SlotColumn.TRADE);
        }
        mend(sample, 2);
        try (SlotMatrix matrix = sample.openReadOnly()) {
            assertTrue(matrix.changes(0, SlotColumn.TRADE) > before + 390);
            assertEquals(0, matrix.reconciled(0, SlotColumn.TRADE));
        }
    }

    @Test
    void endsInTheSameBytesWhenDoneTwiceButForTheChangeSequence() throws IOException {
        Random random = new Random(SEED + 1);
        for (LedgerKind kind : LedgerKind.values()) {
            SampleMatrix sample = create(kind);
            RowLayout layout = RowLayout.of(kind, SampleMatrix.SYMBOLS);
            for (int i = 0; i < 50; i++) {
                long offset = FileHeader.LENGTH_BYTES
                        + random.nextLong(layout.fileLengthBytes(SampleMatrix.SYMBOLS) - FileHeader.LENGTH_BYTES);
                sample.flip(offset, 1 + random.nextInt(255));
            }
            mend(sample, 2);
            byte[] once = withoutChanges(sample, layout);
            assertEquals(List.of(), mend(sample, 2));
            assertArrayEquals(once, withoutChanges(sample, layout));
        }
    }

    private static byte[] withoutChanges(SampleMatrix sample, RowLayout layout) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(sample.file())).order(ByteOrder.LITTLE_ENDIAN);
        for (int symbolId = 0; symbolId < SampleMatrix.SYMBOLS; symbolId++) {
            for (int position = 0; position < layout.slots(); position++) {
                int offset = Math.toIntExact(layout.summary().columnOffset(symbolId, position));
                bytes.putLong(offset + SummaryLayout.CHANGES, 0);
                bytes.putLong(
                        offset + SummaryLayout.KNOWN_EMPTY, bytes.getLong(offset + SummaryLayout.KNOWN_EMPTY) & 0xFFFF);
            }
        }
        return bytes.array();
    }

    private static List<MatrixFault> mend(SampleMatrix sample, int incarnation) throws IOException {
        try (SlotMatrix matrix = sample.open(incarnation)) {
            return MatrixScan.mend(matrix, SampleMatrix.RESOLVER, SampleMatrix.NOW_NS);
        }
    }

    @Test
    void listsASymbolAgainWhoseHeadIsAltered() throws IOException {
        SampleMatrix sample = create(LedgerKind.TRADE);
        RowLayout layout = RowLayout.of(LedgerKind.TRADE, SampleMatrix.SYMBOLS);
        for (int i = 0; i < 8; i++) {
            sample.flip(layout.summary().headOffset(2) + i, 0x81);
            sample.flip(layout.summary().headOffset(3) + i, 0x81);
            try (SlotMatrix matrix = sample.open(2)) {
                assertTrue(matrix.relist(2, 0xFFFF));
                assertFalse(matrix.relist(3, 0xFFFF));
                assertFalse(matrix.relist(0, 0xFFFF));
                MatrixScan.mend(matrix, SampleMatrix.RESOLVER, 5);
                assertEquals(new ColumnCounts(389, 0, 298, 1, 1, 75), matrix.counts(2, SlotColumn.TRADE));
                assertEquals(List.of(), MatrixScan.check(matrix, SampleMatrix.RESOLVER));
                assertFalse(matrix.listed(3));
            }
        }
    }

    private static void collectMiss(SampleMatrix sample, long offset, int mask, List<Long> missed) throws IOException {
        sample.flip(offset, mask);
        if (sample.faults().isEmpty()) {
            missed.add(offset);
        }
        sample.flip(offset, mask);
    }

    /// Every byte of a header, and the bytes at which a field of the file begins or ends, in a listed and an unlisted
    /// symbol.
    private static List<Long> telling(RowLayout layout) {
        List<Long> offsets = new ArrayList<>();
        range(offsets, 0, FileHeader.FIELDS_LENGTH_BYTES + 1);
        range(offsets, FileHeader.OPEN_MARK - 1, FileHeader.OPEN_MARK + 9);
        offsets.add(FileHeader.LENGTH_BYTES - 1);
        for (int symbolId : new int[] {2, 3}) {
            long head = layout.summary().headOffset(symbolId);
            range(offsets, head, head + SummaryLayout.HEAD_LENGTH_BYTES);
            long column = layout.summary().columnOffset(symbolId, 1);
            range(offsets, column, column + SummaryLayout.COLUMN_LENGTH_BYTES);
            for (int minute : new int[] {0, 8, 10, 11, 310, 389}) {
                long row = layout.rowOffset(symbolId, minute);
                range(offsets, row, row + RowLayout.ROW_HEADER_LENGTH_BYTES + SlotLayout.LENGTH_BYTES);
            }
            long padding = layout.rowOffset(symbolId, RowLayout.ROWS);
            offsets.add(padding);
            offsets.add(layout.blockOffset(symbolId + 1) - 1);
        }
        offsets.add(layout.summary().headOffset(SampleMatrix.SYMBOLS));
        offsets.add(layout.blocksOffset() - 1);
        offsets.add(layout.fileLengthBytes(SampleMatrix.SYMBOLS) - 1);
        return offsets;
    }

    private static void range(List<Long> offsets, long from, long to) {
        for (long offset = from; offset < to; offset++) {
            offsets.add(offset);
        }
    }
}
