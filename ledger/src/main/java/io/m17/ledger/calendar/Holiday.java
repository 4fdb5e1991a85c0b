package io.m17.ledger.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/// A holiday that closes the exchange for a whole day in every year of its range.
record Holiday(YearRange years, DayRule day, CalendarNote note) {
    /// The weekday on which the holiday is kept in the year; empty when it is not in force or not kept.
    ///
    /// NYSE Rule 7.2: a Sunday moves to Monday; a Saturday moves to Friday unless that Friday ends a monthly or yearly
    /// accounting period.
    Optional<LocalDate> observedIn(int year) {
        return years.contains(year) ? observed(day.in(year)) : Optional.empty();
    }

    /// What to call the day on which the holiday is kept.
    CalendarNote noteOn(LocalDate observed) {
        boolean moved = !observed.equals(day.in(observed.getYear()));
        return moved ? new CalendarNote(note.reason() + " (observed)", note.source()) : note;
    }

    private static Optional<LocalDate> observed(LocalDate date) {
        DayOfWeek weekday = date.getDayOfWeek();
        if (weekday == DayOfWeek.SUNDAY) {
            return Optional.of(date.plusDays(1));
        }
        if (weekday == DayOfWeek.SATURDAY) {
            return Optional.of(date.minusDays(1)).filter(friday -> friday.getMonth() == date.getMonth());
        }
        return Optional.of(date);
    }
}
