package io.m17.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class TradingHoursTest {
    private static final LocalTime FOUR = LocalTime.of(16, 0);

    @Test
    void followsDaylightSaving() {
        TradingHours summer = TradingHours.of(LocalDate.of(2025, 6, 2), FOUR);
        TradingHours winter = TradingHours.of(LocalDate.of(2025, 12, 1), FOUR);
        assertEquals(Instant.parse("2025-06-02T13:30:00Z").getEpochSecond() * 1_000_000_000, summer.openNs());
        assertEquals(Instant.parse("2025-12-01T14:30:00Z").getEpochSecond() * 1_000_000_000, winter.openNs());
    }

    @Test
    void countsMinutesFromTheOpenAndStopsAtTheClose() {
        TradingHours early = TradingHours.of(LocalDate.of(2025, 11, 28), LocalTime.of(13, 0));
        assertEquals(210, early.minutes());
        assertEquals(-1, early.minuteOf(early.openNs() - 1));
        assertEquals(0, early.minuteOf(early.openNs()));
        assertEquals(0, early.minuteOf(early.minuteStartNs(1) - 1));
        assertEquals(209, early.minuteOf(early.closeNs() - 1));
        assertEquals(-1, early.minuteOf(early.closeNs()));
    }
}
