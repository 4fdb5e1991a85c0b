package io.m17.ledger.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One year of an exchange, worked out from its tables. Immutable.
final class CalendarYear {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    private final List<TradingSession> sessions;
    private final Map<LocalDate, TradingSession> sessionByDate;
    private final Map<LocalDate, CalendarNote> notes;

    private CalendarYear(List<TradingSession> sessions, Map<LocalDate, CalendarNote> notes) {
        this.sessions = List.copyOf(sessions);
        this.notes = Map.copyOf(notes);
        Map<LocalDate, TradingSession> byDate = new HashMap<>();
        sessions.forEach(session -> byDate.put(session.date(), session));
        this.sessionByDate = Map.copyOf(byDate);
    }

    /// Works the year out; two reasons for one day are a fault of the tables, an [IllegalStateException].
    static CalendarYear of(int year, CalendarTables tables) {
        Map<LocalDate, CalendarNote> closed = closedDays(year, tables);
        Map<LocalDate, CalendarNote> notes = new HashMap<>(closed);
        Map<LocalDate, LocalTime> closes = new HashMap<>();
        for (EarlyClose rule : tables.earlyCloses()) {
            rule.in(year).ifPresent(date -> {
                note(notes, date, rule.note());
                closes.put(date, rule.close());
            });
        }
        List<TradingSession> sessions = new ArrayList<>();
        for (LocalDate date = LocalDate.of(year, 1, 1); date.getYear() == year; date = date.plusDays(1)) {
            if (!isWeekend(date) && !closed.containsKey(date)) {
                sessions.add(session(date, sessions.size(), closes.getOrDefault(date, CLOSE)));
            }
        }
        return new CalendarYear(sessions, notes);
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    List<TradingSession> sessions() {
        return sessions;
    }

    Optional<TradingSession> session(LocalDate date) {
        return Optional.ofNullable(sessionByDate.get(date));
    }

    /// Why the day is closed or closes early; empty for a full session and for a plain weekend day.
    Optional<CalendarNote> note(LocalDate date) {
        return Optional.ofNullable(notes.get(date));
    }

    private static Map<LocalDate, CalendarNote> closedDays(int year, CalendarTables tables) {
        Map<LocalDate, CalendarNote> closed = new HashMap<>();
        for (Holiday holiday : tables.holidays()) {
            holiday.observedIn(year).ifPresent(date -> note(closed, date, holiday.noteOn(date)));
        }
        for (Closure closure : tables.closures()) {
            if (closure.date().getYear() == year) {
                note(closed, closure.date(), closure.note());
            }
        }
        return closed;
    }

    private static void note(Map<LocalDate, CalendarNote> notes, LocalDate date, CalendarNote note) {
        CalendarNote other = notes.putIfAbsent(date, note);
        if (other != null || isWeekend(date)) {
            throw new IllegalStateException("the calendar tables name a day twice or on a weekend [date=" + date
                    + ", reason=" + note.reason() + ", other=" + other + "], mend the tables");
        }
    }

    private static TradingSession session(LocalDate date, int index, LocalTime close) {
        return new TradingSession(date, index, epochNs(date, OPEN), epochNs(date, close), close.isBefore(CLOSE));
    }

    private static long epochNs(LocalDate date, LocalTime time) {
        return Math.multiplyExact(date.atTime(time).atZone(NEW_YORK).toEpochSecond(), 1_000_000_000L);
    }
}
