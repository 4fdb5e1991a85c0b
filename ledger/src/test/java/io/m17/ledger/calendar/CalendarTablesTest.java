package io.m17.ledger.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTablesTest {
    private static final CalendarNote NOTE = new CalendarNote("test", "this test");
    private static final CalendarTables NYSE = CalendarTables.nyse();

    @Test
    void readsEveryRowOfTheExchangesTables() {
        assertEquals(10, NYSE.holidays().size());
        assertEquals(11, NYSE.closures().size());
        assertEquals(10, NYSE.earlyCloses().size());
    }

    @Test
    void keepsASaturdayHolidayOnFridayUnlessTheFridayEndsAMonth() {
        Holiday newYear = holiday("01-01");
        assertEquals(Optional.empty(), newYear.observedIn(2022));
        assertEquals(Optional.of(LocalDate.of(2023, 1, 2)), newYear.observedIn(2023));
        assertEquals(Optional.of(LocalDate.of(2021, 12, 24)), holiday("12-25").observedIn(2021));
    }

    @Test
    void knowsNoHolidayOutsideItsYears() {
        Holiday juneteenth = new Holiday(YearRange.parse("2022-"), DayRule.parse("06-19"), NOTE);
        assertEquals(Optional.empty(), juneteenth.observedIn(2020));
        assertEquals(Optional.of(LocalDate.of(2024, 6, 19)), juneteenth.observedIn(2024));
        EarlyClose once = new EarlyClose(
                YearRange.parse("1997-1997"),
                DayRule.parse("12-26"),
                Set.of(DayOfWeek.FRIDAY),
                LocalTime.of(13, 0),
                NOTE);
        assertEquals(Optional.of(LocalDate.of(1997, 12, 26)), once.in(1997));
        assertEquals(Optional.empty(), once.in(2003));
    }

    @Test
    void refusesTwoReasonsForOneDayAndReasonsForAWeekend() {
        Closure christmas = new Closure(LocalDate.of(2025, 12, 25), NOTE);
        Closure saturday = new Closure(LocalDate.of(2025, 12, 27), NOTE);
        for (Closure closure : List.of(christmas, saturday)) {
            CalendarTables tables = new CalendarTables(List.of(holiday("12-25")), List.of(closure), List.of());
            assertThrows(IllegalStateException.class, () -> CalendarYear.of(2025, tables));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "day | other\n1 | 2\n",
                "day | note\n1 | 2 | 3\n",
                "day | note\n1\n",
                "# only\n1 | 2\n",
                "# only\n",
                ""
            })
    void refusesATableWithOtherColumns(String text) {
        assertThrows(
                IllegalArgumentException.class, () -> TableFile.parse("t.psv", text, "day | note", cells -> cells));
    }

    @Test
    void namesTableAndLineOfABadRow() {
        IllegalArgumentException bad = assertThrows(
                IllegalArgumentException.class,
                () -> TableFile.parse("t.psv", "# comment\nday\n2025-01-09\nsoon\n", "day", cells -> {
                    return LocalDate.parse(cells.getFirst());
                }));
        assertTrue(bad.toString().contains("[table=t.psv, line=4, text=soon]"), bad::toString);
    }

    @Test
    void refusesARangeOfYearsThatEndsBeforeItBegins() {
        assertThrows(IllegalArgumentException.class, () -> YearRange.parse("2012-1995"));
        assertThrows(IllegalArgumentException.class, () -> YearRange.parse("2012"));
        assertEquals(new YearRange(1998, 2099), YearRange.parse("1998-"));
    }

    @Test
    void refusesAFactWithoutReasonOrSource() {
        assertThrows(IllegalArgumentException.class, () -> new CalendarNote(" ", "somewhere"));
        assertThrows(IllegalArgumentException.class, () -> new CalendarNote("something", ""));
    }

    private static Holiday holiday(String day) {
        return new Holiday(YearRange.parse("1990-"), DayRule.parse(day), NOTE);
    }
}
