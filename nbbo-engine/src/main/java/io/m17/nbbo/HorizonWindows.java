package io.m17.nbbo;

import io.m17.ledger.Slot;
import io.m17.ledger.calendar.TradingSession;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.publication.InputDigest;
import java.util.BitSet;

/// Which quote windows the realised spreads of a trade window depend on: those into which its trades' SIP times fall a
/// horizon later, two of them unless the horizon is whole minutes. Instants at or after the close, and windows without
/// quotes to read, leave the spread undefined; nothing waits for them.
final class HorizonWindows {
    private final long openNs;
    private final long closeNs;
    private final long horizonNs;
    private final Slot[] quotes;
    private final int[] carries;
    private final BitSet filled = new BitSet();

    /// @param quotes the slots of the session's minutes
    /// @param carries the digest of the NBBO in which each minute begins
    HorizonWindows(TradingSession session, long horizonNs, Slot[] quotes, int[] carries) {
        this.openNs = session.openNs();
        this.closeNs = session.closeNs();
        this.horizonNs = horizonNs;
        this.quotes = quotes;
        this.carries = carries;
        for (int minute = 0; minute < quotes.length; minute++) {
            filled.set(minute, quotes[minute].filled());
        }
    }

    /// Whether the quotes a horizon after that SIP time are there to be read.
    boolean covers(long sipNs) {
        long instantNs = sipNs + horizonNs;
        return instantNs >= openNs && instantNs < closeNs && filled.get(minuteAt(instantNs - openNs));
    }

    /// What the realised spreads of a window depend on, beside its trades and their sides: which of its horizon windows
    /// are there, their content, and the NBBO in which they begin. [InputDigest#NONE] when none is there.
    int digest(int minute) {
        int first = minuteAt(minute * WindowSpace.WINDOW_NS + horizonNs);
        int last = minuteAt((minute + 1) * WindowSpace.WINDOW_NS - 1 + horizonNs);
        boolean firstFilled = filled.get(first);
        boolean lastFilled = last > first && filled.get(last);
        if (!firstFilled && !lastFilled) {
            return InputDigest.NONE;
        }
        return InputDigest.of(
                (int) (horizonNs >>> Integer.SIZE),
                (int) horizonNs,
                carries[firstFilled ? first : last],
                firstFilled ? 1 : 0,
                firstFilled ? quotes[first].checksum() : 0,
                lastFilled ? 1 : 0,
                lastFilled ? quotes[last].checksum() : 0);
    }

    /// A minute behind the last of any session for instants long after the close.
    private static int minuteAt(long sinceOpenNs) {
        return (int) Math.min(sinceOpenNs / WindowSpace.WINDOW_NS, WindowSpace.MINUTES_PER_SESSION);
    }
}
