package io.m17.ledger.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/// How a day of the year is found: `12-25`, `3 MONDAY JANUARY`, `last MONDAY MAY` or `easter`, each with an optional
/// shift in days (`easter -2`).
sealed interface DayRule {
    /// The day in the given year.
    default LocalDate in(int year) {
        return switch (this) {
            case Fixed rule -> rule.day().atYear(year);
            case NthWeekday rule ->
                LocalDate.of(year, rule.month(), 1)
                        .with(TemporalAdjusters.dayOfWeekInMonth(rule.ordinal(), rule.weekday()));
            case LastWeekday rule ->
                LocalDate.of(year, rule.month(), 1).with(TemporalAdjusters.lastInMonth(rule.weekday()));
            case EasterSunday() -> Easter.sunday(year);
            case Shifted rule -> rule.rule().in(year).plusDays(rule.days());
        };
    }

    /// Reads one of the forms above; anything else is a [RuntimeException], to which [TableFile] adds table and line.
    static DayRule parse(String text) {
        int space = text.lastIndexOf(' ');
        String end = text.substring(space + 1);
        if (space > 0 && (end.startsWith("+") || end.startsWith("-"))) {
            return new Shifted(parseUnshifted(text.substring(0, space)), Integer.parseInt(end));
        }
        return parseUnshifted(text);
    }

    private static DayRule parseUnshifted(String text) {
        String[] words = text.split(" ", -1);
        if (words.length == 1) {
            return text.equals("easter") ? new EasterSunday() : new Fixed(MonthDay.parse("--" + text));
        }
        if (words.length != 3) {
            throw new IllegalArgumentException("not a rule for a day [value=" + text
                    + "], write 12-25, 3 MONDAY JANUARY, last MONDAY MAY or easter");
        }
        DayOfWeek weekday = DayOfWeek.valueOf(words[1]);
        Month month = Month.valueOf(words[2]);
        return words[0].equals("last")
                ? new LastWeekday(weekday, month)
                : new NthWeekday(Integer.parseInt(words[0]), weekday, month);
    }

    /// The same month and day every year.
    record Fixed(MonthDay day) implements DayRule {}

    /// The first to fourth such weekday of a month; a fifth would be missing in some years.
    record NthWeekday(int ordinal, DayOfWeek weekday, Month month) implements DayRule {
        public NthWeekday {
            if (ordinal < 1 || ordinal > 4) {
                throw new IllegalArgumentException("a weekday's place in its month is 1 to 4 [value=" + ordinal + "]");
            }
        }
    }

    /// The last such weekday of a month.
    record LastWeekday(DayOfWeek weekday, Month month) implements DayRule {}

    /// Easter Sunday.
    record EasterSunday() implements DayRule {}

    /// A number of days after another day, or before it when negative.
    record Shifted(DayRule rule, int days) implements DayRule {}
}
