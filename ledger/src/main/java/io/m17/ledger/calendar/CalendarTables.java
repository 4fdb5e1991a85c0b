package io.m17.ledger.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Everything known about when an exchange is closed or closes early.
record CalendarTables(List<Holiday> holidays, List<Closure> closures, List<EarlyClose> earlyCloses) {
    CalendarTables {
        holidays = List.copyOf(holidays);
        closures = List.copyOf(closures);
        earlyCloses = List.copyOf(earlyCloses);
    }

    /// The tables of the New York Stock Exchange.
    static CalendarTables nyse() {
        return new CalendarTables(
                TableFile.read("nyse-holidays.psv", "years | day | name | source", CalendarTables::holiday),
                TableFile.read("nyse-closures.psv", "date | reason | source", CalendarTables::closure),
                TableFile.read(
                        "nyse-early-closes.psv",
                        "years | day | weekdays | close | name | source",
                        CalendarTables::earlyClose));
    }

    private static Holiday holiday(List<String> cells) {
        return new Holiday(
                YearRange.parse(cells.get(0)),
                DayRule.parse(cells.get(1)),
                new CalendarNote(cells.get(2), cells.get(3)));
    }

    private static Closure closure(List<String> cells) {
        return new Closure(LocalDate.parse(cells.get(0)), new CalendarNote(cells.get(1), cells.get(2)));
    }

    private static EarlyClose earlyClose(List<String> cells) {
        return new EarlyClose(
                YearRange.parse(cells.get(0)),
                DayRule.parse(cells.get(1)),
                Arrays.stream(cells.get(2).split(" ", -1))
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toSet()),
                LocalTime.parse(cells.get(3)),
                new CalendarNote(cells.get(4), cells.get(5)));
    }
}
