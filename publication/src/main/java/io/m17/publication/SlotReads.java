package io.m17.publication;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

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

    /// The minutes in which a derived column holds a payload whose inputs are gone, or say something else.
    /// A minute that begins in a state which is not known right now is not among them.
    ///
    /// @param present whether a minute's own inputs are there
    /// @param ready whether all that it depends on is known
    /// @param digest of a minute that is ready
    public static BitSet stale(
            SessionLedger session,
            SlotColumn column,
            int symbolId,
            IntPredicate present,
            IntPredicate ready,
            IntUnaryOperator digest) {
        BitSet stale = new BitSet();
        for (int minute = 0; minute < session.minutes(); minute++) {
            Slot slot = session.slot(column, symbolId, minute);
            boolean outdated = ready.test(minute) && !isCurrent(session, slot, digest.applyAsInt(minute));
            stale.set(minute, slot.filled() && (outdated || !present.test(minute)));
        }
        return stale;
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
