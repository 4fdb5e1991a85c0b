package io.m17.ledger.slot;

import io.m17.ledger.Reason;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import java.util.function.IntPredicate;

/// Walks the slots of one column, and reads, claims and fills them without allocating.
///
/// Slots change at once, by compare-and-swap against what the cursor read. Their symbol's summary follows when the
/// cursor moves to another symbol, at [#flush()] or at [#close()]: until then counts and change sequences lag
/// behind, never ahead, and a crash in between is put right like any other. Confined to one thread; any number of
/// cursors may stand on one column.
public final class SlotCursor implements AutoCloseable {
    private static final int NO_SYMBOL = -1;

    private final SlotMatrix matrix;
    private final SlotProtocol protocol;
    private final SlotColumn column;
    private final IntPredicate payloadExists;
    private final int minutes;
    private final long rowLengthBytes;
    private final int filled;
    private final int filledWithNothing;
    private final SlotView slot = new SlotView();
    private final SummaryDelta delta = new SummaryDelta();

    private int symbolId = NO_SYMBOL;
    private int minute;
    private long firstOffset;
    private long offset;

    SlotCursor(SlotMatrix matrix, SlotColumn column, IntPredicate payloadExists) {
        this.matrix = matrix;
        this.protocol = matrix.protocol();
        this.column = column;
        this.payloadExists = payloadExists;
        this.minutes = matrix.session().minutes();
        this.rowLengthBytes = matrix.layout().rowLengthBytes();
        this.filled = SlotWord.state(SlotStatus.FILLED, Reason.NONE, column.payloadType());
        this.filledWithNothing = SlotWord.state(SlotStatus.FILLED, Reason.KNOWN_EMPTY, column.payloadType());
    }

    /// Moves to a slot and reads it.
    public SlotView at(int symbolId, int minute) {
        if (minute < 0 || minute >= minutes) {
            throw new IllegalArgumentException("the minute is not one of the session's windows [session="
                    + matrix.session().date() + ", minute=" + minute + ", minutes=" + minutes + "]");
        }
        if (symbolId != this.symbolId || symbolId < 0) {
            moveTo(symbolId);
        }
        this.minute = minute;
        offset = firstOffset + minute * rowLengthBytes;
        protocol.read(offset, slot);
        return slot;
    }

    /// The slot as it was read, or written by this cursor, last; the same object wherever the cursor stands.
    public SlotView slot() {
        return slot;
    }

    /// Claims the slot: it turns pending and keeps the payload that stands there. False when it is retired, claimed
    /// by a worker of this process, or was changed since it was read.
    public boolean claim(long nowNs) {
        requirePlace();
        int status = SlotWord.statusCode(slot.state());
        if (status == SlotStatus.PENDING.code() || status == SlotStatus.RETIRED.code()) {
            return false;
        }
        return write(SlotWord.claimed(slot.state()), slot.payload(), slot.checksum(), nowNs, false);
    }

    /// Fills the slot, claimed by this cursor or not. False when it is retired, when the version would regress, or when
    /// the slot was changed since it was read; then nothing was written. A payload that does not exist is an
    /// [IllegalArgumentException].
    ///
    /// @param checksum of the content
    /// @param knownEmpty whether the payload has no rows
    public boolean fill(int payloadId, int version, int checksum, boolean knownEmpty, long nowNs) {
        requirePlace();
        if (!payloadExists.test(payloadId)) {
            throw new IllegalArgumentException("there is no such payload [column=" + column.label() + ", payload_id="
                    + Integer.toUnsignedString(payloadId) + "]; append it to its map first");
        }
        if (SlotWord.statusCode(slot.state()) == SlotStatus.RETIRED.code() || version < slot.version()) {
            return false;
        }
        long payload = SlotView.payload(payloadId, version);
        return write(knownEmpty ? filledWithNothing : filled, payload, checksum, nowNs, true);
    }

    private boolean write(int state, long payload, int checksum, long nowNs, boolean change) {
        matrix.beforeStore();
        long word = protocol.write(offset, slot.word(), state, payload, checksum, nowNs);
        if (word == SlotProtocol.LOST) {
            return false;
        }
        delta.add(slot.state(), state, change);
        slot.set(word, state, payload, checksum, nowNs);
        return true;
    }

    /// The minute that the cursor stands at.
    public int minute() {
        return minute;
    }

    /// Brings the summary up to what this cursor wrote.
    public void flush() {
        if (symbolId != NO_SYMBOL) {
            matrix.summaries().apply(symbolId, column, delta);
        }
        delta.clear();
    }

    @Override
    public void close() {
        flush();
        symbolId = NO_SYMBOL;
    }

    private void requirePlace() {
        if (symbolId == NO_SYMBOL) {
            throw new IllegalStateException(
                    "the cursor stands at no slot [column=" + column.label() + "]; move it to one first");
        }
    }

    private void moveTo(int symbolId) {
        flush();
        this.symbolId = NO_SYMBOL;
        firstOffset = matrix.slotOffset(symbolId, 0, column);
        this.symbolId = symbolId;
    }
}
