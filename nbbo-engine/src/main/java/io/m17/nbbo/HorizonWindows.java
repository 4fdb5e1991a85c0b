package io.m17.nbbo;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.calendar.TradingSession;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.publication.CarriedStates;
import io.m17.publication.InputDigest;
import java.util.BitSet;

/// Which quote windows the realised spreads of a trade window depend on: those into which its trades' SIP times fall a
/// horizon later, two of them unless the horizon is whole minutes. Instants at or after the close, and windows without
/// quotes to read, leave the spread undefined. Nothing waits for them, but for those that an engine is about to fill.
final class HorizonWindows {
    private final long openNs;
    private final long closeNs;
    private final long horizonNs;
    private final Slot[] quotes;
    private final CarriedStates carries;
    private final BitSet standing = new BitSet();

    /// @param quotes the slots of the session's minutes
    /// @param carries the NBBO in which each minute begins
    HorizonWindows(TradingSession session, long horizonNs, Slot[] quotes, CarriedStates carries) {
        this.openNs = session.openNs();
        this.closeNs = session.closeNs();
        this.horizonNs = horizonNs;
        this.quotes = quotes;
        this.carries = carries;
        for (int minute = 0; minute < quotes.length; minute++) {
            standing.set(minute, quotes[minute].standing());
        }
    }

    /// Whether the quotes a horizon after that SIP time are there to be read.
    boolean covers(long sipNs) {
        long instantNs = sipNs + horizonNs;
        return instantNs >= openNs && instantNs < closeNs && standing.get(minuteAt(instantNs - openNs));
    }

    /// What the realised spreads of a window depend on, beside its trades and their sides: which of its horizon windows
    /// are there, their content, and the NBBO in which they begin. [InputDigest#NONE] when none is there.
    int digest(int minute) {
        int first = first(minute);
        int last = last(minute);
        boolean firstStands = standing.get(first);
        boolean lastStands = last > first && standing.get(last);
        if (!firstStands && !lastStands) {
            return InputDigest.NONE;
        }
        return InputDigest.of(
                (int) (horizonNs >>> Integer.SIZE),
                (int) horizonNs,
                carries.at(firstStands ? first : last),
                firstStands ? 1 : 0,
                firstStands ? quotes[first].checksum() : 0,
                lastStands ? 1 : 0,
                lastStands ? quotes[last].checksum() : 0);
    }

    /// Whether an engine is about to fill one of a window's horizon windows for the first time.
    boolean awaited(int minute) {
        return isAwaited(first(minute)) || isAwaited(last(minute));
    }

    private boolean isAwaited(int minute) {
        return minute < quotes.length && quotes[minute].status() == SlotStatus.PENDING && !standing.get(minute);
    }

    private int first(int minute) {
        return minuteAt(minute * WindowSpace.WINDOW_NS + horizonNs);
    }

    private int last(int minute) {
        return minuteAt((minute + 1) * WindowSpace.WINDOW_NS - 1 + horizonNs);
    }

    /// A minute behind the last of any session for instants long after the close.
    private static int minuteAt(long sinceOpenNs) {
        return (int) Math.min(sinceOpenNs / WindowSpace.WINDOW_NS, WindowSpace.MINUTES_PER_SESSION);
    }
}
