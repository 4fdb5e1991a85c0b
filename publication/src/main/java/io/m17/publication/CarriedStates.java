package io.m17.publication;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.session.SessionLedger;
import java.util.OptionalInt;

/// What a source column of an instrument hands from minute to minute: the digests of the state at the open and at the
/// end of each minute, as its records have them.
///
/// A minute that cannot be had hands on what it was given. Behind a minute that is still to be filled nothing is known:
/// whatever is derived there would have to be derived again.
public final class CarriedStates {
    private final int[] digests;
    private final int known;

    private CarriedStates(int[] digests, int known) {
        this.digests = digests;
        this.known = known;
    }

    /// @param slots of the column, one a minute
    public static CarriedStates of(SessionLedger session, SlotColumn column, int symbolId, Slot[] slots) {
        int[] digests = new int[slots.length + 1];
        digests[0] = atOpen(session, column, symbolId);
        int known = 0;
        for (int minute = 0; minute < slots.length; minute++) {
            digests[minute + 1] = after(session, slots[minute], digests[minute]);
            if (known == minute && slots[minute].settled()) {
                known++;
            }
        }
        return new CarriedStates(digests, known);
    }

    private static int atOpen(SessionLedger session, SlotColumn column, int symbolId) {
        OptionalInt shared = session.map(column.payloadType()).sharedRecord(symbolId, 0);
        return shared.isEmpty()
                ? 0
                : session.map(column.payloadType())
                        .read(shared.getAsInt())
                        .origin()
                        .digest();
    }

    private static int after(SessionLedger session, Slot slot, int before) {
        if (!slot.standing()) {
            return before;
        }
        Origin origin = session.payload(slot).origin();
        return origin.shared() ? before : origin.digest();
    }

    /// Whether every minute before this one is settled.
    public boolean knownAt(int minute) {
        return minute <= known;
    }

    /// The digest of the state in which a minute begins; that at the close stands behind the last minute.
    public int at(int minute) {
        return digests[minute];
    }
}
