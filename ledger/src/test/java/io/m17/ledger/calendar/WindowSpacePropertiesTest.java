package io.m17.ledger.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class WindowSpacePropertiesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Property(tries = 40, seed = "1990")
    void everyExpectedWindowIsFoundByItsFirstAndItsLastNanosecond(@ForAll @IntRange(min = 1990, max = 2099) int year) {
        WindowSpace space = WindowSpace.of(year);
        for (int window = 0; window < space.windowCount(); window++) {
            WindowMeta meta = space.windowMeta(window);
            int found = meta.expected() ? window : -1;
            assertEquals(found, space.windowIndexAt(meta.startNs()), meta::toString);
            assertEquals(found, space.windowIndexAt(meta.endNs() - 1), meta::toString);
        }
    }

    @Property(tries = 40, seed = "1991")
    void everyWindowIsNamedOnceAndItsNameIsReadBack(
            @ForAll @IntRange(min = 1990, max = 2099) int year, @ForAll @IntRange(max = 247 * 390 - 1) int window) {
        WindowSpace space = WindowSpace.of(year);
        WindowMeta meta = space.windowMeta(window);
        assertEquals(meta.id(), WindowId.parse(meta.id().toString()));
        assertEquals(window, space.windowIndex(meta.id()));
        assertEquals(window, meta.sessionIndex() * WindowSpace.MINUTES_PER_SESSION + meta.minuteOfSession());
        assertEquals(meta.startNs(), space.windowStartNs(window));
        assertEquals(meta.expected(), space.isExpected(window));
    }

    @Property(tries = 5_000, seed = "1992")
    void aTimeFallsIntoTheWindowThatTheWallClockOfNewYorkSays(
            @ForAll @IntRange(min = 1990, max = 2099) int year,
            @ForAll @LongRange(max = 366L * 86_400_000_000_000L) long offsetNs) {
        WindowSpace space = WindowSpace.of(year);
        long epochNs = LocalDate.of(year, 1, 1).toEpochDay() * 86_400_000_000_000L + offsetNs;
        ZonedDateTime wall = Instant.ofEpochSecond(0, epochNs).atZone(NEW_YORK);
        int minute =
                wall.toLocalTime().toSecondOfDay() / 60 - LocalTime.of(9, 30).toSecondOfDay() / 60;
        int expected = wall.getYear() != year
                ? -1
                : ExchangeCalendar.nyse()
                        .session(wall.toLocalDate())
                        .filter(session -> minute >= 0 && minute < session.minutes())
                        .map(session -> session.index() * 390 + minute)
                        .orElse(-1);
        assertEquals(expected, space.windowIndexAt(epochNs));
    }

    @Property(tries = 110, seed = "1993")
    void sessionsOpenAtHalfPastNineAndCountUpFromZero(@ForAll @IntRange(min = 1990, max = 2099) int year) {
        int index = 0;
        long previousCloseNs = Long.MIN_VALUE;
        for (TradingSession session : WindowSpace.of(year).sessions()) {
            ZonedDateTime open = Instant.ofEpochSecond(0, session.openNs()).atZone(NEW_YORK);
            assertEquals(LocalTime.of(9, 30), open.toLocalTime());
            assertEquals(session.date(), open.toLocalDate());
            assertEquals(index++, session.index());
            assertTrue(session.openNs() > previousCloseNs, session::toString);
            previousCloseNs = session.closeNs();
        }
    }
}
