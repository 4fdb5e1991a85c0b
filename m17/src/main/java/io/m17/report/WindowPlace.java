package io.m17.report;

import io.m17.config.SettingsException;
import io.m17.ledger.Ledger;
import io.m17.ledger.calendar.ExchangeCalendar;
import io.m17.ledger.calendar.TradingSession;
import io.m17.ledger.calendar.WindowId;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.ledger.session.SessionLedger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// A window as a session's date and a minute counted from 0.
public record WindowPlace(LocalDate date, int minute) {

    /// Reads New York local time `2025-06-02T09:31`, an instant `2025-06-02T13:31:00Z`, or a window id `2025:103:001`.
    public static WindowPlace parse(String text) {
        if (text.matches("[0-9]+:[0-9]+:[0-9]+")) {
            return ofId(text);
        }
        long epochNs = epochNs(text);
        LocalDate date = NewYork.dateOf(epochNs);
        TradingSession session = session(date, text);
        if (epochNs < session.openNs() || epochNs >= session.closeNs()) {
            throw new SettingsException("no window holds that time [time=" + text + ", session="
                    + NewYork.timeOf(session.openNs()) + "-" + NewYork.timeOf(session.closeNs())
                    + " New York]; choose a minute of the session");
        }
        return new WindowPlace(date, Math.toIntExact((epochNs - session.openNs()) / WindowSpace.WINDOW_NS));
    }

    /// The session, which the ledger must have.
    public SessionLedger session(Ledger ledger) {
        if (!ledger.sessions().contains(date)) {
            throw new SettingsException(
                    "the ledger has no such session [session=" + date + "]; m17 status lists those that it has");
        }
        return ledger.session(date);
    }

    /// A moment in nanoseconds since the Unix epoch: an instant with a zone, or New York local time without one.
    static long epochNs(String text) {
        try {
            return NewYork.epochNs(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).atZone(NewYork.ZONE).toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            throw new SettingsException(
                    "not a time [value=" + text
                            + "]; write 2025-06-02T09:31 (New York), 2025-06-02T13:31:00Z or 2025:103:001",
                    e);
        }
    }

    private static WindowPlace ofId(String text) {
        try {
            WindowId id = WindowId.parse(text);
            WindowSpace year = WindowSpace.of(id.year());
            year.windowIndex(id);
            return new WindowPlace(year.session(id.sessionIndex()).date(), id.minute());
        } catch (IllegalArgumentException e) {
            throw new SettingsException(String.valueOf(e.getMessage()), e);
        }
    }

    private static TradingSession session(LocalDate date, String text) {
        if (date.getYear() < ExchangeCalendar.FIRST_YEAR || date.getYear() > ExchangeCalendar.LAST_YEAR) {
            throw new SettingsException("the calendar does not cover that time [time=" + text + ", first_year="
                    + ExchangeCalendar.FIRST_YEAR + ", last_year=" + ExchangeCalendar.LAST_YEAR + "]");
        }
        ExchangeCalendar calendar = ExchangeCalendar.nyse();
        return calendar.session(date)
                .orElseThrow(() -> new SettingsException("that day is no session [date=" + date + ", closed="
                        + calendar.closedBecause(date) + "]; m17 sessions --year " + date.getYear()
                        + " lists those that are"));
    }
}
