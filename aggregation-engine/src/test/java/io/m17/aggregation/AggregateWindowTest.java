package io.m17.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AggregateWindowTest {
    @ParameterizedTest
    @CsvSource({
        "ONE_MINUTE,1,1m",
        "FIVE_MINUTES,5,5m",
        "TEN_MINUTES,10,10m",
        "THIRTY_MINUTES,30,30m",
        "ONE_HOUR,60,1h",
        "FOUR_HOURS,240,4h"
    })
    void hasTheSpecifiedLengthAndLabel(AggregateWindow window, int minutes, String label) {
        assertEquals(minutes, window.minutes());
        assertEquals(label, window.label());
    }

    @Test
    void isAWholeNumberOfTheShorterOne() {
        int shorter = 1;
        for (AggregateWindow window : AggregateWindow.values()) {
            assertEquals(0, window.minutes() % shorter, window.label());
            shorter = window.minutes();
        }
    }

    @Test
    void isCompleteUpToTheSessionsEnd() {
        assertTrue(AggregateWindow.FIVE_MINUTES.isComplete(385, 390));
        assertFalse(AggregateWindow.FIVE_MINUTES.isComplete(386, 390));
        assertFalse(AggregateWindow.FOUR_HOURS.isComplete(0, 210));
        assertTrue(AggregateWindow.ONE_MINUTE.isComplete(209, 210));
    }
}
