package io.m17.ledger.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/// A scheduled close before 16:00 on the rule's day, in years when that day is one of the weekdays.
record EarlyClose(YearRange years, DayRule day, Set<DayOfWeek> weekdays, LocalTime close, CalendarNote note) {
    EarlyClose {
        weekdays = Set.copyOf(weekdays);
    }

    /// The day of the year's early close; empty when the rule gives none.
    Optional<LocalDate> in(int year) {
        return years.contains(year)
                ? Optional.of(day.in(year)).filter(date -> weekdays.contains(date.getDayOfWeek()))
                : Optional.empty();
    }
}
