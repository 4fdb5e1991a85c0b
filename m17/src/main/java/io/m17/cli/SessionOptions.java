package io.m17.cli;

import io.m17.config.SettingsException;
import io.m17.ledger.Ledger;
import io.m17.ledger.calendar.ExchangeCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// Which sessions a command is about.
final class SessionOptions {
    @Option(
            names = "--session",
            paramLabel = "DATE",
            description = "A session, as 2025-06-02; may stand several times. All when there is none.")
    private List<LocalDate> sessions = new ArrayList<>();

    /// The sessions that were named, each a day with a session.
    List<LocalDate> named() {
        sessions.forEach(SessionOptions::check);
        return List.copyOf(sessions);
    }

    /// Refuses a day that the calendar does not cover.
    static void checkYear(LocalDate date) {
        if (date.getYear() < ExchangeCalendar.FIRST_YEAR || date.getYear() > ExchangeCalendar.LAST_YEAR) {
            throw new SettingsException("the calendar does not cover that day [date=" + date + ", first_year="
                    + ExchangeCalendar.FIRST_YEAR + ", last_year=" + ExchangeCalendar.LAST_YEAR + "]; choose another");
        }
    }

    /// Refuses a day that is no session.
    static void check(LocalDate date) {
        checkYear(date);
        ExchangeCalendar calendar = ExchangeCalendar.nyse();
        if (!calendar.isSession(date)) {
            throw new SettingsException("that day is no session [date=" + date + ", closed="
                    + calendar.closedBecause(date) + "]; m17 sessions --year " + date.getYear()
                    + " lists those that are");
        }
    }

    /// The sessions that were named, or all that the ledger has.
    List<LocalDate> of(Ledger ledger) {
        List<LocalDate> known = ledger.sessions();
        for (LocalDate date : named()) {
            if (!known.contains(date)) {
                throw new SettingsException(
                        "the ledger has no such session [session=" + date + "]; m17 status lists those that it has");
            }
        }
        return sessions.isEmpty()
                ? known
                : sessions.stream().sorted().distinct().toList();
    }
}
