package io.m17.publication;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/// Looks at whole columns of an instrument: its slots, the state that they carry from minute to minute, and which of
/// them are not what their inputs say.
public final class SlotReads {
    private SlotReads() {}

    /// The slots of a session's minutes.
    public static Slot[] slots(SessionLedger session, SlotColumn column, int symbolId) {
        Slot[] slots = new Slot[session.minutes()];
        for (int minute = 0; minute < slots.length; minute++) {
            slots[minute] = session.slot(column, symbolId, minute);
        }
        return slots;
    }

    /// The digests of the state at the open and at the end of each minute, as the records of a source column have them.
    /// A minute that is not filled hands on what it was given.
    ///
    /// @return one more than there are minutes; element m is the state in which minute m begins
    public static int[] carries(SessionLedger session, SlotColumn column, int symbolId, Slot[] slots) {
        int[] carries = new int[slots.length + 1];
        OptionalInt shared = session.map(column.payloadType()).sharedRecord(symbolId, 0);
        carries[0] = shared.isEmpty()
                ? 0
                : session.map(column.payloadType())
                        .read(shared.getAsInt())
                        .origin()
                        .digest();
        for (int minute = 0; minute < slots.length; minute++) {
            carries[minute + 1] = carries[minute];
            if (slots[minute].filled()) {
                Origin origin = session.payload(slots[minute]).origin();
                carries[minute + 1] = origin.shared() ? carries[minute] : origin.digest();
            }
        }
        return carries;
    }

    /// Whether a derived slot holds the result of inputs with that digest.
    public static boolean isCurrent(SessionLedger session, Slot slot, int digest) {
        if (!slot.filled()) {
            return false;
        }
        return session.payload(slot).origin().digest() == digest;
    }

    /// Claims minutes of a column and writes that down.
    public static List<Claim> claim(
            SessionLedger session, String engine, SlotColumn column, int symbolId, BitSet minutes, long nowNs) {
        List<Claim> claims = new ArrayList<>();
        minutes.stream()
                .forEach(minute ->
                        session.markPending(column, symbolId, minute, nowNs).ifPresent(claims::add));
        Audits.claimed(session, engine, column, symbolId, claims, nowNs);
        return claims;
    }
}
