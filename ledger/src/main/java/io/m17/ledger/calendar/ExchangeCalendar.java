package io.m17.ledger.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The sessions of an exchange from 1990 to 2099 and the reasons for the days without one.
///
/// Past years are as they happened, future years as the rules in force say. A date in any other year is an
/// [IllegalArgumentException] everywhere. Thread-safe; a year is worked out when first asked for and kept, at most one
/// entry for each supported year.
public final class ExchangeCalendar {
    /// The first year known.
    public static final int FIRST_YEAR = 1990;
    /// The last year worked out.
    public static final int LAST_YEAR = 2099;

    private static final ExchangeCalendar NYSE = new ExchangeCalendar(CalendarTables.nyse());

    private final CalendarTables tables;
    private final Map<Integer, CalendarYear> years = new ConcurrentHashMap<>();

    ExchangeCalendar(CalendarTables tables) {
        this.tables = tables;
    }

    /// The New York Stock Exchange, whose sessions the whole of the US equity and option market keeps.
    public static ExchangeCalendar nyse() {
        return NYSE;
    }

    /// The session of the day, if it has one.
    public Optional<TradingSession> session(LocalDate date) {
        return year(date.getYear()).session(date);
    }

    /// Whether the exchange opens on the day.
    public boolean isSession(LocalDate date) {
        return session(date).isPresent();
    }

    /// The year's sessions in order.
    public List<TradingSession> sessions(int year) {
        return year(year).sessions();
    }

    /// The sessions from one day to another, both included.
    public List<TradingSession> sessions(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException(
                    "a range of days must not end before it begins [from=" + from + ", to=" + to + "]");
        }
        checkYear(from.getYear());
        checkYear(to.getYear());
        List<TradingSession> sessions = new ArrayList<>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            for (TradingSession session : sessions(year)) {
                if (!session.date().isBefore(from) && !session.date().isAfter(to)) {
                    sessions.add(session);
                }
            }
        }
        return List.copyOf(sessions);
    }

    /// The last session before the day.
    public TradingSession previous(LocalDate date) {
        return nearest(date, -1);
    }

    /// The first session after the day.
    public TradingSession next(LocalDate date) {
        return nearest(date, 1);
    }

    /// Why the day is closed or closes early, with the source; empty for a full session and for a plain weekend day.
    public Optional<CalendarNote> note(LocalDate date) {
        return year(date.getYear()).note(date);
    }

    /// Why the exchange does not open on the day, in words for a message: `weekend`, `Good Friday`, `Independence Day
    /// (observed)`. Asking for a day that has a session is an [IllegalArgumentException].
    public String closedBecause(LocalDate date) {
        if (isSession(date)) {
            throw new IllegalArgumentException(
                    "the exchange is open that day [date=" + date + "], ask only for a day without a session");
        }
        return note(date).map(CalendarNote::reason).orElse("weekend");
    }

    private TradingSession nearest(LocalDate date, int step) {
        checkYear(date.getYear());
        LocalDate day = date.plusDays(step);
        while (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
            Optional<TradingSession> session = session(day);
            if (session.isPresent()) {
                return session.get();
            }
            day = day.plusDays(step);
        }
        throw new IllegalArgumentException("no session " + (step < 0 ? "before" : "after") + " that day [date=" + date
                + "], the calendar covers " + FIRST_YEAR + " to " + LAST_YEAR);
    }

    private CalendarYear year(int year) {
        checkYear(year);
        return years.computeIfAbsent(year, key -> CalendarYear.of(key, tables));
    }

    private static void checkYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("the calendar covers " + FIRST_YEAR + " to " + LAST_YEAR + " [year="
                    + year + "], choose a year in that range");
        }
    }
}
