package io.m17.ledger.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayRuleTest {
    @ParameterizedTest
    @CsvSource({
        "12-25, 2025-12-25",
        "3 MONDAY JANUARY, 2025-01-20",
        "1 MONDAY SEPTEMBER, 2025-09-01",
        "4 THURSDAY NOVEMBER, 2025-11-27",
        "4 THURSDAY NOVEMBER +1, 2025-11-28",
        "last MONDAY MAY, 2025-05-26",
        "easter, 2025-04-20",
        "easter -2, 2025-04-18",
    })
    void findsTheDay(String rule, LocalDate day) {
        assertEquals(day, DayRule.parse(rule).in(day.getYear()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1990-04-15",
                "2000-04-23",
                "2008-03-23",
                "2011-04-24",
                "2016-03-27",
                "2024-03-31",
                "2026-04-05",
                "2038-04-25",
                "2049-04-18",
                "2076-04-19",
                "2099-04-12"
            })
    void knowsEaster(LocalDate easter) {
        assertEquals(easter, Easter.sunday(easter.getYear()));
    }

    @Property(seed = "325")
    void easterIsASundayFromLateMarchToLateApril(@ForAll @IntRange(min = 1990, max = 2099) int year) {
        LocalDate easter = Easter.sunday(year);
        assertEquals(DayOfWeek.SUNDAY, easter.getDayOfWeek());
        assertFalse(easter.isBefore(LocalDate.of(year, 3, 22)), easter::toString);
        assertFalse(easter.isAfter(LocalDate.of(year, 4, 25)), easter::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 MONDAY", "5 MONDAY MAY", "0 MONDAY MAY", "3 MOONDAY MAY", "first MONDAY MAY", "+1"})
    void refusesAnyOtherRule(String rule) {
        assertThrows(RuntimeException.class, () -> DayRule.parse(rule));
    }

    @Test
    void refusesADayThatNoYearHas() {
        assertThrows(DateTimeException.class, () -> DayRule.parse("02-30"));
    }
}
