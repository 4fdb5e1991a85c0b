package io.m17.ledger.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeCalendarTest {
    private static final ExchangeCalendar NYSE = ExchangeCalendar.nyse();

    @ParameterizedTest
    @CsvSource({
        "1994-04-27, National Day of Mourning for President Nixon",
        "1998-01-19, 'Martin Luther King, Jr. Day'",
        "1999-12-24, Christmas Day (observed)",
        "2001-09-11, attack on the World Trade Center",
        "2001-09-14, attack on the World Trade Center",
        "2004-06-11, National Day of Mourning for President Reagan",
        "2007-01-02, National Day of Mourning for President Ford",
        "2012-10-29, Hurricane Sandy",
        "2012-10-30, Hurricane Sandy",
        "2018-12-05, National Day of Mourning for President G. H. W. Bush",
        "2022-06-20, Juneteenth (observed)",
        "2023-01-02, New Year's Day (observed)",
        "2025-01-09, National Day of Mourning for President Carter",
        "2025-04-18, Good Friday",
        "2026-07-03, Independence Day (observed)",
        "2026-07-04, weekend",
        "2026-11-26, Thanksgiving Day",
        "2027-05-31, Memorial Day",
        "2027-06-18, Juneteenth (observed)",
        "2028-02-21, Washington's Birthday",
        "2028-09-04, Labor Day",
    })
    void saysWhyADayIsClosed(LocalDate date, String reason) {
        assertFalse(NYSE.isSession(date));
        assertEquals(reason, NYSE.closedBecause(date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1993-12-31",
                "1997-01-20",
                "1999-12-31",
                "2004-12-31",
                "2010-12-31",
                "2021-06-18",
                "2021-12-31",
                "2025-10-13",
                "2025-11-11",
                "2026-11-20",
                "2027-12-31"
            })
    void opensOnDaysThatOnlyOthersKeep(LocalDate date) {
        assertTrue(NYSE.isSession(date));
        IllegalArgumentException open = assertThrows(IllegalArgumentException.class, () -> NYSE.closedBecause(date));
        assertTrue(open.toString().contains("[date=" + date + "]"), open::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-07, 2025-03-07T14:30:00Z, 2025-03-07T21:00:00Z",
        "2025-03-10, 2025-03-10T13:30:00Z, 2025-03-10T20:00:00Z",
        "2025-10-31, 2025-10-31T13:30:00Z, 2025-10-31T20:00:00Z",
        "2025-11-03, 2025-11-03T14:30:00Z, 2025-11-03T21:00:00Z",
        "2006-03-13, 2006-03-13T14:30:00Z, 2006-03-13T21:00:00Z",
        "2007-03-12, 2007-03-12T13:30:00Z, 2007-03-12T20:00:00Z",
        "1990-04-02, 1990-04-02T13:30:00Z, 1990-04-02T20:00:00Z",
        "2024-12-24, 2024-12-24T14:30:00Z, 2024-12-24T18:00:00Z",
        "1992-12-24, 1992-12-24T14:30:00Z, 1992-12-24T19:00:00Z",
    })
    void opensAndClosesByNewYorkTime(LocalDate date, Instant open, Instant close) {
        TradingSession session = NYSE.session(date).orElseThrow();
        assertEquals(epochNs(open), session.openNs());
        assertEquals(epochNs(close), session.closeNs());
    }

    @ParameterizedTest
    @CsvSource({
        "2001-09-12, 2001-09-10, 2001-09-17",
        "2025-01-09, 2025-01-08, 2025-01-10",
        "2025-01-01, 2024-12-31, 2025-01-02",
        "2026-07-02, 2026-07-01, 2026-07-06",
        "2012-10-28, 2012-10-26, 2012-10-31",
    })
    void findsTheNeighbouringSessions(LocalDate date, LocalDate previous, LocalDate next) {
        assertEquals(previous, NYSE.previous(date).date());
        assertEquals(next, NYSE.next(date).date());
    }

    @Test
    void refusesNeighboursBeyondTheCalendar() {
        assertThrows(IllegalArgumentException.class, () -> NYSE.previous(LocalDate.of(1990, 1, 2)));
        assertThrows(IllegalArgumentException.class, () -> NYSE.next(LocalDate.of(2099, 12, 31)));
        assertEquals(
                LocalDate.of(1990, 1, 2),
                NYSE.previous(LocalDate.of(1990, 1, 3)).date());
    }

    @Test
    void listsTheSessionsOfARangeAcrossYears() {
        List<LocalDate> dates = NYSE.sessions(LocalDate.of(2024, 12, 30), LocalDate.of(2025, 1, 10)).stream()
                .map(TradingSession::date)
                .toList();
        assertEquals(
                List.of(
                        LocalDate.of(2024, 12, 30),
                        LocalDate.of(2024, 12, 31),
                        LocalDate.of(2025, 1, 2),
                        LocalDate.of(2025, 1, 3),
                        LocalDate.of(2025, 1, 6),
                        LocalDate.of(2025, 1, 7),
                        LocalDate.of(2025, 1, 8),
                        LocalDate.of(2025, 1, 10)),
                dates);
        LocalDate closed = LocalDate.of(2025, 1, 9);
        assertEquals(List.of(), NYSE.sessions(closed, closed));
        assertThrows(IllegalArgumentException.class, () -> NYSE.sessions(closed, closed.minusDays(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1989, 2100, 0, -1, 999_999})
    void refusesAYearOutsideTheCalendar(int year) {
        LocalDate date = LocalDate.of(year, 6, 1);
        for (IllegalArgumentException refused : List.of(
                assertThrows(IllegalArgumentException.class, () -> NYSE.session(date)),
                assertThrows(IllegalArgumentException.class, () -> NYSE.closedBecause(date)),
                assertThrows(IllegalArgumentException.class, () -> NYSE.next(date)),
                assertThrows(IllegalArgumentException.class, () -> WindowSpace.of(year)))) {
            assertTrue(refused.toString().contains("1990 to 2099 [year=" + year + "]"), refused::toString);
        }
    }

    @Test
    void givesEveryWeekdayEitherASessionOrAReason() {
        for (LocalDate date = LocalDate.of(1990, 1, 1); date.getYear() <= 2099; date = date.plusDays(1)) {
            boolean expected = !CalendarYear.isWeekend(date)
                    && NYSE.note(date)
                            .map(CalendarNote::reason)
                            .filter(r -> !isEve(r))
                            .isEmpty();
            assertEquals(expected, NYSE.isSession(date), date.toString());
        }
    }

    private static boolean isEve(String reason) {
        return reason.startsWith("day ") || reason.startsWith("eve ") || reason.equals("Christmas Eve");
    }

    private static long epochNs(Instant instant) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, instant);
    }
}
