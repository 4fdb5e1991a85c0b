package io.m17.report;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.ledger.session.SessionLedger;
import java.util.PrimitiveIterator;

/// How far a column is behind: the minutes since the end of its oldest window that is expected, over, and not filled.
public final class Lag {
    private Lag() {}

    /// The lag in minutes, 0 when nothing that is over is unfilled. Reads only rows that can make it longer.
    public static long minutes(SessionLedger session, SlotColumn column, long nowNs) {
        long sinceOpenNs = nowNs - session.session().openNs();
        int oldest = Math.clamp(sinceOpenNs / WindowSpace.WINDOW_NS, 0, session.minutes());
        int ended = oldest;
        PrimitiveIterator.OfInt symbols = session.listed().iterator();
        while (oldest > 0 && symbols.hasNext()) {
            int symbolId = symbols.nextInt();
            if (session.expects(symbolId, column)
                    && session.counts(column, symbolId).missing() > 0) {
                oldest = firstUnfilled(session, column, symbolId, oldest);
            }
        }
        return oldest == ended ? 0 : (nowNs - session.window(oldest).endNs()) / WindowSpace.WINDOW_NS;
    }

    private static int firstUnfilled(SessionLedger session, SlotColumn column, int symbolId, int before) {
        for (int minute = 0; minute < before; minute++) {
            SlotStatus status = session.slot(column, symbolId, minute).status();
            if (status != SlotStatus.FILLED && status != SlotStatus.RETIRED) {
                return minute;
            }
        }
        return before;
    }
}
