package io.m17.ledger.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.Reason;
import io.m17.ledger.SampleState;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.session.SessionLedger;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of slots whose next write was cut short by a kill, in every column of a filled session.
class TornSlotTest {
    private static final int DEAD = 1;

    @TempDir
    private Path directory;

    @Test
    void standsForItsRecordAgain() throws IOException {
        try (Ledger ledger = Ledger.open(SampleState.options(directory), SampleState.NOW_NS)) {
            SampleState.fillAll(ledger, SampleState.DAY);
        }
        List<Slot> filled = slots();
        assertTrue(filled.size() > 4000);
        for (LedgerKind kind : LedgerKind.values()) {
            tearAll(kind);
        }
        assertEquals(filled, slots());
    }

    @Test
    void isEmptyWhenItsPayloadIsAnotherWindows() throws IOException {
        try (Ledger ledger = Ledger.open(SampleState.options(directory), SampleState.NOW_NS)) {
            SampleState.fillAll(ledger, SampleState.DAY);
        }
        RowLayout layout = layout(LedgerKind.TRADE);
        int position = SlotColumn.TRADE.position();
        try (RandomAccessFile file = file(LedgerKind.TRADE)) {
            file.seek(layout.slotOffset(0, 1, position) + SlotLayout.PAYLOAD);
            long payload = file.readLong();
            file.seek(layout.slotOffset(0, 2, position) + SlotLayout.PAYLOAD);
            file.writeLong(payload);
            tear(file, layout.slotOffset(0, 2, position));
            markOpen(file);
        }
        try (Ledger ledger = Ledger.open(SampleState.options(directory), SampleState.NOW_NS)) {
            Slot torn = ledger.session(SampleState.DAY).slot(SlotColumn.TRADE, 0, 2);
            assertEquals(SlotStatus.EMPTY, torn.status());
            assertEquals(Reason.TORN_WRITE, torn.reason());
        }
    }

    @Test
    void standsForItsRecordOrIsClearedWhereverAClearWasCutShort() throws IOException {
        assertEquals(SlotStatus.FILLED, cutShort(SlotStatus.CLEARED, List.of()).status());
        assertEquals(
                SlotStatus.FILLED,
                cutShort(SlotStatus.CLEARED, List.of(SlotLayout.CHECK)).status());
        assertEquals(
                SlotStatus.FILLED,
                cutShort(SlotStatus.CLEARED, List.of(SlotLayout.CHECK, SlotLayout.LAST_UPDATED_NS))
                        .status());
        Slot stored =
                cutShort(SlotStatus.CLEARED, List.of(SlotLayout.CHECK, SlotLayout.LAST_UPDATED_NS, SlotLayout.PAYLOAD));
        assertEquals(SlotStatus.CLEARED, stored.status());
        assertEquals(Reason.CLEARED_BY_OPERATOR, stored.reason());
    }

    @Test
    void isRetiredWhenOnlyTheWordOfItsRetirementIsMissing() throws IOException {
        List<Integer> all = List.of(SlotLayout.CHECK, SlotLayout.LAST_UPDATED_NS, SlotLayout.PAYLOAD);
        assertEquals(SlotStatus.RETIRED, cutShort(SlotStatus.RETIRED, all).status());
        assertEquals(SlotStatus.FILLED, cutShort(SlotStatus.RETIRED, List.of()).status());
    }

    /// What recovery makes of a filled slot of which an operator's action had stored only these words, behind the swap.
    private Slot cutShort(SlotStatus action, List<Integer> stored) throws IOException {
        Path state = directory.resolve(action + "-" + stored.size());
        try (Ledger ledger = Ledger.open(SampleState.options(state), SampleState.NOW_NS)) {
            SampleState.fillAll(ledger, SampleState.DAY);
        }
        Path path = state.resolve("session=" + SampleState.DAY).resolve(LedgerKind.TRADE.fileName());
        long offset = layout(LedgerKind.TRADE).slotOffset(0, 2, SlotColumn.TRADE.position());
        byte[] before = slotBytes(path, offset);
        try (Ledger ledger = Ledger.open(SampleState.options(state), SampleState.NOW_NS)) {
            SessionLedger session = ledger.session(SampleState.DAY);
            if (action == SlotStatus.CLEARED) {
                session.clearSlot(SlotColumn.TRADE, 0, 2, "doubtful", "test", SampleState.NOW_NS + 1);
            } else {
                session.retire(SlotColumn.TRADE, 0, 2, "halted", "test", SampleState.NOW_NS + 1);
            }
        }
        byte[] after = slotBytes(path, offset);
        for (int word : stored) {
            System.arraycopy(after, word, before, word, Long.BYTES);
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(offset);
            file.write(before);
            tear(file, offset, SlotWord.incarnation(word(after)));
            markOpen(file);
        }
        try (Ledger ledger = Ledger.open(SampleState.options(state), SampleState.NOW_NS)) {
            return ledger.session(SampleState.DAY).slot(SlotColumn.TRADE, 0, 2);
        }
    }

    private static byte[] slotBytes(Path path, long offset) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] slot = new byte[SlotLayout.LENGTH_BYTES];
            file.seek(offset);
            file.readFully(slot);
            return slot;
        }
    }

    private static long word(byte[] slot) {
        return ByteBuffer.wrap(slot).order(ByteOrder.LITTLE_ENDIAN).getLong(SlotLayout.WORD);
    }

    /// All filled slots as a writer finds them, without their words, which recovery moves on.
    private List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        try (Ledger ledger = Ledger.open(SampleState.options(directory), SampleState.NOW_NS)) {
            SessionLedger session = ledger.session(SampleState.DAY);
            session.listed()
                    .forEach(symbolId -> SlotColumn.ALL.forEach(column -> {
                        for (int minute = 0; minute < session.minutes(); minute++) {
                            Slot slot = session.slot(column, symbolId, minute);
                            if (slot.filled()) {
                                slots.add(new Slot(
                                        minute,
                                        slot.status(),
                                        slot.reason(),
                                        slot.payloadType(),
                                        slot.payloadId(),
                                        slot.version(),
                                        slot.checksum(),
                                        slot.lastUpdatedNs()));
                            }
                        }
                        assertEquals(
                                session.counts(column, symbolId).expected(),
                                session.counts(column, symbolId).filled());
                    }));
        }
        return slots;
    }

    private void tearAll(LedgerKind kind) throws IOException {
        RowLayout layout = layout(kind);
        try (RandomAccessFile file = file(kind)) {
            for (int symbolId = 0; symbolId < 3; symbolId++) {
                for (int minute = 0; minute < RowLayout.ROWS; minute++) {
                    for (SlotColumn column : SlotColumn.of(kind)) {
                        tear(file, layout.slotOffset(symbolId, minute, column.position()));
                    }
                }
            }
            markOpen(file);
        }
    }

    /// As a claim leaves a slot that was killed behind its swap.
    private static void tear(RandomAccessFile file, long offset) throws IOException {
        tear(file, offset, DEAD);
    }

    private static void tear(RandomAccessFile file, long offset, int incarnation) throws IOException {
        file.seek(offset);
        long word = Long.reverseBytes(file.readLong());
        if (word != 0) {
            file.seek(offset);
            file.writeLong(Long.reverseBytes(SlotWord.writing(word, incarnation)));
        }
    }

    private static void markOpen(RandomAccessFile file) throws IOException {
        file.seek(FileHeader.OPEN_MARK);
        file.writeLong(Long.reverseBytes(FileHeader.openMark(DEAD)));
    }

    private static RowLayout layout(LedgerKind kind) {
        return RowLayout.of(kind, 6);
    }

    private RandomAccessFile file(LedgerKind kind) throws IOException {
        Path session = directory.resolve("session=" + SampleState.DAY);
        return new RandomAccessFile(session.resolve(kind.fileName()).toFile(), "rw");
    }
}
