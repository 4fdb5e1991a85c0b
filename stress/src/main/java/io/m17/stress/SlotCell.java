package io.m17.stress;

import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.slot.SlotMemory;
import io.m17.ledger.slot.SlotProtocol;

/// One slot on the mapped file, and its states as small numbers: `100 × status + payload id`, where version, checksum
/// and time all follow from the id.
public final class SlotCell {
    /// Fields that do not belong together.
    public static final int TORN = -1;
    /// What the self-check refuses.
    public static final int DAMAGED = -2;
    /// A write that seemed never to end.
    public static final int UNFINISHED = -3;

    private static final int STATUS_STEP = 100;

    private final SlotProtocol protocol;
    private final long offset = MappedPieces.next();

    /// A slot that nobody has touched.
    public SlotCell(SlotFlaw flaw) {
        SlotMemory memory = flaw.over(MappedPieces.slots());
        this.protocol = new SlotProtocol(memory, 1);
    }

    public Slot read() {
        return protocol.read(offset);
    }

    /// Fills the slot against a word; the new word or [SlotProtocol#LOST].
    public long fill(long expected, int id) {
        return write(expected, SlotStatus.FILLED, SlotStatus.EMPTY, id);
    }

    /// Clears the slot.
    public long clear(long expected) {
        return write(expected, SlotStatus.CLEARED, SlotStatus.EMPTY, 0);
    }

    /// Claims the slot and keeps the payload of that id.
    public long claim(long expected, int id) {
        return write(expected, SlotStatus.PENDING, SlotStatus.FILLED, id);
    }

    /// Raises the version to `id` unless the slot has that or a later one, whoever else writes; whether it did.
    public boolean raise(int id) {
        for (; ; ) { // ends: a lost write means that another one won
            Slot now = read();
            if (id <= now.version()) {
                return false;
            }
            if (fill(now.word(), id) != SlotProtocol.LOST) {
                return true;
            }
        }
    }

    /// The state now.
    public int state() {
        Slot slot = read();
        if (slot.reason() == Reason.DAMAGED) {
            return DAMAGED;
        }
        if (slot.reason() == Reason.TORN_WRITE) {
            return UNFINISHED;
        }
        int id = slot.payloadId();
        boolean whole = slot.version() == id && slot.checksum() == -id && slot.lastUpdatedNs() == 3L * id;
        return whole ? STATUS_STEP * slot.status().code() + id : TORN;
    }

    private long write(long expected, SlotStatus status, SlotStatus prior, int id) {
        return protocol.write(offset, expected, status, prior, Reason.NONE, PayloadType.TRADE, id, id, -id, 3L * id);
    }

    /// 1 for a write that won, else 0.
    public static int won(long word) {
        return word == SlotProtocol.LOST ? 0 : 1;
    }
}
