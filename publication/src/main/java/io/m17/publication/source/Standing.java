package io.m17.publication.source;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.column.ContentChecksum;
import java.util.BitSet;
import java.util.OptionalInt;

/// What stands in a source column of one instrument, held against the rows of a file that replaced the one it came
/// from. Confined to one thread.
final class Standing {
    private final SessionLedger session;
    private final SlotColumn column;
    private final int symbolId;
    private final ContentChecksum checksums = new ContentChecksum();

    Standing(SessionLedger session, SlotColumn column, int symbolId) {
        this.session = session;
        this.column = column;
        this.symbolId = symbolId;
    }

    /// The filled minutes of a stretch whose rows are others in the file, or that hand on another state.
    BitSet changed(TimedRows<?> timed) {
        BitSet changed = new BitSet();
        for (int minute = timed.fromMinute(); minute < timed.toMinute(); minute++) {
            Slot slot = session.slot(column, symbolId, minute);
            changed.set(minute, slot.filled() && !isSame(slot, timed, minute));
        }
        return changed;
    }

    private boolean isSame(Slot slot, TimedRows<?> timed, int minute) {
        int from = timed.index().from(minute);
        int to = timed.index().to(minute);
        if (slot.checksum() != checksums.of(timed.rows().rows(), from, to) || slot.knownEmpty() != (from == to)) {
            return false;
        }
        Origin origin = session.payload(slot).origin();
        return origin.shared() || origin.digest() == timed.digests()[minute + 1];
    }

    /// Whether the record that the empty windows share says of the rows outside the session what the file has there.
    ///
    /// @param outside [SourcePart#outside] of the file's rows
    /// @param digest of the state at the open
    boolean sharesOutside(MinuteIndex index, int outside, int digest) {
        PayloadMap map = session.map(column.payloadType());
        OptionalInt shared = map.sharedRecord(symbolId, 0);
        if (shared.isEmpty()) {
            return false;
        }
        Payload payload = map.read(shared.getAsInt());
        return payload.origin().checksum() == outside
                && payload.origin().digest() == digest
                && rowsOutside(payload) == (long) index.beforeOpen() + index.afterClose();
    }

    private static long rowsOutside(Payload payload) {
        return switch (payload) {
            case Payload.Trade trade -> trade.firstTs() + trade.lastTs();
            case Payload.Quote quote -> quote.firstTs() + quote.lastTs();
            case Payload.Aggressor unused -> 0;
            case Payload.Greeks unused -> 0;
            case Payload.Aggregate unused -> 0;
        };
    }
}
