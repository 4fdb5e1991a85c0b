package io.m17.ledger.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Compares the closed weekdays with those of Jollyday, which was written by others from other sources.
class JollydayCrossCheckTest {
    private static final ExchangeCalendar NYSE = ExchangeCalendar.nyse();

    @Test
    void agreesWithJollydayButForItsTwoKnownGaps() {
        HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NYSE));
        TreeSet<LocalDate> onlyTheirs = new TreeSet<>();
        TreeSet<LocalDate> onlyOurs = new TreeSet<>();
        for (int year = ExchangeCalendar.FIRST_YEAR; year <= ExchangeCalendar.LAST_YEAR; year++) {
            Set<LocalDate> theirs = jollyday.getHolidays(Year.of(year)).stream()
                    .map(Holiday::getDate)
                    .filter(date -> !CalendarYear.isWeekend(date))
                    .collect(Collectors.toSet());
            Set<LocalDate> ours = closedWeekdays(year);
            theirs.stream().filter(date -> !ours.contains(date)).forEach(onlyTheirs::add);
            ours.stream().filter(date -> !theirs.contains(date)).forEach(onlyOurs::add);
        }
        assertEquals(Set.of(LocalDate.of(1994, 4, 27)), onlyOurs, "it lacks the day of mourning for President Nixon");
        assertEquals(kingDaysBefore1998(), onlyTheirs, "it keeps Martin Luther King, Jr. Day before the exchange did");
    }

    private static Set<LocalDate> kingDaysBefore1998() {
        DayRule rule = DayRule.parse("3 MONDAY JANUARY");
        return IntStream.rangeClosed(1990, 1997).mapToObj(rule::in).collect(Collectors.toSet());
    }

    private static Set<LocalDate> closedWeekdays(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> !CalendarYear.isWeekend(date) && !NYSE.isSession(date))
                .collect(Collectors.toSet());
    }
}
