package io.m17.ledger.calendar;

import java.time.LocalDate;

/// One day's regular session.
///
/// `index` counts the year's sessions from 0. `openNs` is 09:30 and `closeNs` the scheduled close, normally 16:00,
/// of New York on `date`, as UTC epoch nanoseconds; the session is `[openNs, closeNs)`. `earlyClose` says that it
/// is shorter than [WindowSpace#MINUTES_PER_SESSION] minutes.
public record TradingSession(LocalDate date, int index, long openNs, long closeNs, boolean earlyClose) {
    public TradingSession {
        long lengthNs = closeNs - openNs;
        long fullNs = WindowSpace.MINUTES_PER_SESSION * WindowSpace.WINDOW_NS;
        if (index < 0 || lengthNs <= 0 || lengthNs > fullNs || lengthNs % WindowSpace.WINDOW_NS != 0) {
            throw new IllegalArgumentException("a session has an index from 0 and lasts 1 to 390 whole minutes [date="
                    + date + ", index=" + index + ", openNs=" + openNs + ", closeNs=" + closeNs + "]");
        }
        if (earlyClose != lengthNs < fullNs) {
            throw new IllegalArgumentException(
                    "earlyClose must say whether the session is shorter than 390 minutes [date=" + date
                            + ", earlyClose=" + earlyClose + ", minutes=" + lengthNs / WindowSpace.WINDOW_NS + "]");
        }
    }

    /// The length in minutes: 390, or fewer on an early close.
    public int minutes() {
        return Math.toIntExact((closeNs - openNs) / WindowSpace.WINDOW_NS);
    }
}
