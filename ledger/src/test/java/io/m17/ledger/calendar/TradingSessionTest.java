package io.m17.ledger.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingSessionTest {
    private static final LocalDate DATE = LocalDate.of(2025, 6, 2);
    private static final long OPEN_NS = 1_748_871_000_000_000_000L;

    @Test
    void countsItsMinutes() {
        assertEquals(390, session(0, 390, false).minutes());
        assertEquals(210, session(0, 210, true).minutes());
    }

    @ParameterizedTest
    @CsvSource({"-1, 390, false", "0, 0, true", "0, -1, true", "0, 391, false", "0, 210, false", "0, 390, true"})
    void refusesPartsThatDoNotFit(int index, int minutes, boolean earlyClose) {
        assertThrows(IllegalArgumentException.class, () -> session(index, minutes, earlyClose));
    }

    @Test
    void refusesAPartOfAMinute() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TradingSession(DATE, 0, OPEN_NS, OPEN_NS + WindowSpace.WINDOW_NS + 1, true));
    }

    private static TradingSession session(int index, int minutes, boolean earlyClose) {
        return new TradingSession(DATE, index, OPEN_NS, OPEN_NS + minutes * WindowSpace.WINDOW_NS, earlyClose);
    }
}
