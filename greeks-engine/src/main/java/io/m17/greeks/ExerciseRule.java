package io.m17.greeks;

import io.m17.ledger.calendar.ExchangeCalendar;
import io.m17.ledger.calendar.TradingSession;
import java.time.LocalDate;

/// How the options of a root are exercised and when they expire.
public record ExerciseRule(ExerciseStyle style, Settlement settlement) {
    /// Of a root that is not in the table: options on shares and funds.
    static final ExerciseRule SHARES = new ExerciseRule(ExerciseStyle.AMERICAN, Settlement.PM);

    /// The moment of expiry, in nanoseconds since the Unix epoch, UTC: the open of the expiration day, or
    /// its close, 13:00 where it closes early. A day without a session, such as the Saturdays on which
    /// options expired until 2015, stands for the session before.
    long expiryNs(LocalDate expiration) {
        ExchangeCalendar calendar = ExchangeCalendar.nyse();
        TradingSession session = calendar.session(expiration).orElseGet(() -> calendar.previous(expiration));
        return settlement == Settlement.AM ? session.openNs() : session.closeNs();
    }
}
