package io.m17.publication;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.column.ColumnBatch;
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

    /// The filled minutes whose rows are others in the file, or that hand on another state.
    ///
    /// @param rows the instrument's, in order of time
    /// @param digests of the state at the open, then at the end of each minute
    BitSet changed(ColumnBatch rows, MinuteIndex index, int[] digests) {
        BitSet changed = new BitSet();
        for (int minute = 0; minute < session.minutes(); minute++) {
            Slot slot = session.slot(column, symbolId, minute);
            changed.set(minute, slot.filled() && !isSame(slot, rows, index, minute, digests[minute + 1]));
        }
        return changed;
    }

    private boolean isSame(Slot slot, ColumnBatch rows, MinuteIndex index, int minute, int digest) {
        int from = index.from(minute);
        int to = index.to(minute);
        if (slot.checksum() != checksums.of(rows, from, to) || slot.knownEmpty() != (from == to)) {
            return false;
        }
        Origin origin = session.payload(slot).origin();
        return origin.shared() || origin.digest() == digest;
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
