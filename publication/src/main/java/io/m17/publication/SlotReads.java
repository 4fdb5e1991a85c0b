package io.m17.publication;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Looks at whole columns of an instrument: its slots, and which of them are not what their inputs
/// say.
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
