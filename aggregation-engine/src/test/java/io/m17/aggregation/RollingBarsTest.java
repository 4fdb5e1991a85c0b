package io.m17.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class RollingBarsTest {
    private final MinuteBars minutes = MinuteBars.forEquity();
    private final RollingBars rolling = RollingBars.forEquity();

    @Test
    void coversTheMinutesFromItsStartOn() {
        trade(4, 40);
        trade(5, 50);
        trade(9, 90);
        rolling.roll(minutes);
        BarColumns fiveMinutes = rolling.bars(AggregateWindow.FIVE_MINUTES);
        assertEquals(BarColumns.NONE, rolling.bars(AggregateWindow.ONE_MINUTE).open(3));
        assertEquals(40, fiveMinutes.open(0));
        assertEquals(40, fiveMinutes.close(0));
        assertEquals(50, fiveMinutes.close(1));
        assertEquals(50, fiveMinutes.open(5));
        assertEquals(90, fiveMinutes.high(5));
        assertEquals(BarColumns.NONE, fiveMinutes.low(10));
    }

    @Test
    void clipsWindowsAtTheClose() {
        minutes.clear(210);
        trade(0, 10);
        trade(209, 20);
        rolling.roll(minutes);
        assertEquals(210, rolling.sessionMinutes());
        assertEquals(20, rolling.bars(AggregateWindow.FOUR_HOURS).close(0));
        assertEquals(20, rolling.bars(AggregateWindow.FOUR_HOURS).open(1));
        assertFalse(rolling.isComplete(AggregateWindow.FOUR_HOURS, 0));
        assertTrue(rolling.isComplete(AggregateWindow.ONE_HOUR, 150));
        assertFalse(rolling.isComplete(AggregateWindow.ONE_HOUR, 151));
    }

    @Test
    void countsWhatWasLeftOutOfEveryWindowThatHoldsIt() {
        minutes.addExcluded(4);
        minutes.addExcluded(9);
        rolling.roll(minutes);
        assertEquals(1, rolling.bars(AggregateWindow.ONE_MINUTE).excludedCount(4));
        assertEquals(1, rolling.bars(AggregateWindow.FIVE_MINUTES).excludedCount(0));
        assertEquals(1, rolling.bars(AggregateWindow.FIVE_MINUTES).excludedCount(5));
        assertEquals(2, rolling.bars(AggregateWindow.TEN_MINUTES).excludedCount(0));
        assertEquals(0, rolling.bars(AggregateWindow.TEN_MINUTES).excludedCount(10));
        assertEquals(2, rolling.bars(AggregateWindow.FOUR_HOURS).excludedCount(0));
    }

    @Test
    void forgetsTheLongerSessionBefore() {
        trade(389, 10);
        trade(215, 10);
        rolling.roll(minutes);
        minutes.clear(210);
        rolling.roll(minutes);
        for (AggregateWindow window : AggregateWindow.values()) {
            assertEquals(BarColumns.NONE, rolling.bars(window).open(209), window.label());
            assertEquals(0, rolling.bars(window).tradeCount(209), window.label());
        }
    }

    @Test
    void keepsItsBarsWhenTheMinutesGoOn() {
        trade(0, 10);
        rolling.roll(minutes);
        trade(0, 20);
        assertEquals(10, rolling.bars(AggregateWindow.ONE_MINUTE).close(0));
    }

    @Test
    void refusesBarsOfAnotherKindOfInstrument() {
        assertThrows(IllegalArgumentException.class, () -> rolling.roll(MinuteBars.forChain()));
        assertThrows(
                IllegalArgumentException.class, () -> RollingBars.forChain().roll(minutes));
    }

    private void trade(int minute, long price) {
        minutes.addTrade(minute, price, 1_000_000, MinuteBars.VOLUME | MinuteBars.HIGH_LOW | MinuteBars.OPEN_CLOSE, 1);
    }
}
