package io.m17.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/// The expiration dates of a chain: the day itself, two weeklies and three monthlies.
final class Expirations {
    static final int COUNT_MAX = 6;

    private Expirations() {}

    /// The first `count` expirations in order of time.
    static List<LocalDate> of(LocalDate date, int count) {
        LocalDate weekly = date.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        return Stream.of(
                        date,
                        weekly,
                        weekly.plusWeeks(1),
                        monthly(date.plusMonths(2)),
                        monthly(date.plusMonths(6)),
                        monthly(date.plusMonths(18)))
                .limit(count)
                .toList();
    }

    private static LocalDate monthly(LocalDate date) {
        return date.with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.FRIDAY));
    }
}
