package io.m17.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class MinuteBarsTest {
    private static final int ALL = MinuteBars.VOLUME | MinuteBars.HIGH_LOW | MinuteBars.OPEN_CLOSE;
    private static final long DOLLAR = 1_000_000;
    private static final long SHARE = 1_000_000;

    private final MinuteBars minutes = MinuteBars.forEquity();
    private final BarColumns bars = minutes.bars();

    @Test
    void isEmptyBeforeTheFirstTrade() {
        assertEquals(390, minutes.sessionMinutes());
        for (int minute = 0; minute < 390; minute++) {
            assertEmpty(minute);
        }
    }

    @Test
    void makesABarOfTheTradesOfItsMinute() {
        minutes.addTrade(7, 10 * DOLLAR, 100 * SHARE, ALL, 1);
        minutes.addTrade(7, 12 * DOLLAR, 200 * SHARE, ALL, -1);
        minutes.addTrade(7, 9 * DOLLAR, 1, ALL, 0);
        assertEquals(10 * DOLLAR, bars.open(7));
        assertEquals(12 * DOLLAR, bars.high(7));
        assertEquals(9 * DOLLAR, bars.low(7));
        assertEquals(9 * DOLLAR, bars.close(7));
        assertEquals(3, bars.tradeCount(7));
        assertEquals(300 * SHARE + 1, bars.volume(7));
        assertEquals(100 * SHARE, bars.buyVolume(7));
        assertEquals(200 * SHARE, bars.sellVolume(7));
        assertEquals(1, bars.unknownVolume(7));
        assertEquals(11_333_333, bars.vwap(7));
        assertEmpty(6);
        assertEmpty(8);
    }

    @Test
    void updatesOnlyWhatTheFlagsAllow() {
        minutes.addTrade(0, 10 * DOLLAR, SHARE, MinuteBars.VOLUME, 0);
        minutes.addTrade(0, 20 * DOLLAR, SHARE, MinuteBars.HIGH_LOW, 0);
        minutes.addTrade(0, 15 * DOLLAR, SHARE, MinuteBars.OPEN_CLOSE, 0);
        minutes.addTrade(0, 99 * DOLLAR, SHARE, 0, 1);
        assertEquals(15 * DOLLAR, bars.open(0));
        assertEquals(15 * DOLLAR, bars.close(0));
        assertEquals(20 * DOLLAR, bars.high(0));
        assertEquals(20 * DOLLAR, bars.low(0));
        assertEquals(SHARE, bars.volume(0));
        assertEquals(1, bars.tradeCount(0));
        assertEquals(10 * DOLLAR, bars.vwap(0));
    }

    @Test
    void countsTradesThatAreLeftOutAndAddsNothingOfThem() {
        minutes.addExcluded(7);
        minutes.addExcluded(7);
        assertEquals(2, bars.excludedCount(7));
        assertEmpty(7);
        assertFalse(bars.isEmpty(7));
        assertThrows(IndexOutOfBoundsException.class, () -> minutes.addExcluded(390));
        minutes.clear(390);
        assertTrue(bars.isEmpty(7));
    }

    @Test
    void isNotEmptyWhenATradeSetPricesOnly() {
        minutes.addTrade(0, DOLLAR, SHARE, MinuteBars.HIGH_LOW, 0);
        minutes.addTrade(1, DOLLAR, SHARE, MinuteBars.OPEN_CLOSE, 0);
        minutes.addTrade(2, DOLLAR, SHARE, 0, 0);
        assertFalse(bars.isEmpty(0));
        assertFalse(bars.isEmpty(1));
        assertTrue(bars.isEmpty(2));
    }

    @Test
    void roundsVwapHalfUp() {
        minutes.addTrade(0, 1, SHARE, ALL, 0);
        minutes.addTrade(0, 2, SHARE, ALL, 0);
        assertEquals(2, bars.vwap(0));
    }

    @Test
    void hasNoVwapWithoutVolume() {
        minutes.addTrade(0, DOLLAR, 0, ALL, 0);
        assertEquals(BarColumns.NONE, bars.vwap(0));
        assertEquals(1, bars.tradeCount(0));
    }

    @Test
    void keepsNotionalBeyondSixtyFourBits() {
        minutes.addTrade(0, Long.MAX_VALUE, Long.MAX_VALUE - 1, ALL, 1);
        minutes.addTrade(0, Long.MAX_VALUE, 1, ALL, 1);
        assertEquals(Long.MAX_VALUE, bars.vwap(0));
        assertEquals(Math.multiplyHigh(Long.MAX_VALUE, Long.MAX_VALUE), bars.notionalHigh(0));
        assertEquals(1, bars.notionalLow(0));
    }

    @Test
    void refusesAVolumeThatNoLongHoldsAndAddsNothingOfIt() {
        minutes.addTrade(0, DOLLAR, Long.MAX_VALUE, ALL, 1);
        assertThrows(ArithmeticException.class, () -> minutes.addTrade(1, 2 * DOLLAR, 1, ALL, 1));
        assertEmpty(1);
    }

    @Test
    void refusesTradesWithoutPriceOrWithNegativeSize() {
        String zero =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> minutes.addTrade(0, 0, SHARE, ALL, 1))
                        .getMessage());
        assertTrue(zero.contains("[price=0, size=1000000]"), zero);
        assertThrows(IllegalArgumentException.class, () -> minutes.addTrade(0, 1, -1, ALL, 1));
        assertEmpty(0);
    }

    @Test
    void refusesMinutesOutsideTheSession() {
        minutes.clear(210);
        minutes.addTrade(209, DOLLAR, SHARE, ALL, 1);
        assertThrows(IndexOutOfBoundsException.class, () -> minutes.addTrade(210, DOLLAR, SHARE, ALL, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> minutes.addTrade(-1, DOLLAR, SHARE, ALL, 1));
    }

    @Test
    void refusesSessionsOfImpossibleLength() {
        assertThrows(IllegalArgumentException.class, () -> minutes.clear(0));
        assertThrows(IllegalArgumentException.class, () -> minutes.clear(391));
    }

    @Test
    void isEmptyAfterClearing() {
        minutes.addTrade(300, DOLLAR, Long.MAX_VALUE, ALL, 1);
        minutes.clear(390);
        assertEmpty(300);
        minutes.addTrade(300, DOLLAR, Long.MAX_VALUE, ALL, 1);
        assertEquals(Long.MAX_VALUE, bars.volume(300));
    }

    @Test
    void addsUpTheContractsOfAChain() {
        MinuteBars chain = MinuteBars.forChain();
        chain.addOptionTrade(3, 2 * DOLLAR, 10 * SHARE, ALL, 1, true, 0.5);
        chain.addOptionTrade(3, DOLLAR, 4 * SHARE, ALL, 1, false, -0.25);
        chain.addOptionTrade(3, DOLLAR, 6 * SHARE, ALL, -1, true, 0.75);
        chain.addOptionTrade(3, DOLLAR, 5 * SHARE, ALL, 1, true, Double.NaN);
        chain.addOptionTrade(3, DOLLAR, 7 * SHARE, ALL, 0, false, -0.5);
        chain.addOptionTrade(3, DOLLAR, 9 * SHARE, MinuteBars.HIGH_LOW, 1, true, 0.5);
        assertEquals(21 * SHARE, chain.bars().callVolume(3));
        assertEquals(11 * SHARE, chain.bars().putVolume(3));
        assertEquals(32 * SHARE, chain.bars().volume(3));
        assertEquals(4200 * DOLLAR, chain.bars().premium(3));
        assertEquals(500.0 - 100.0 - 450.0, chain.bars().netDeltaFlow(3));
    }

    @Test
    void roundsPremiumHalfUpOnceForTheSum() {
        MinuteBars chain = MinuteBars.forChain();
        chain.addOptionTrade(0, 1, 2_500, ALL, 0, true, 0.5);
        assertEquals(0, chain.bars().premium(0));
        chain.addOptionTrade(0, 1, 2_500, ALL, 0, true, 0.5);
        assertEquals(1, chain.bars().premium(0));
    }

    @Test
    void refusesAPremiumThatNoLongHolds() {
        MinuteBars chain = MinuteBars.forChain();
        chain.addOptionTrade(0, Long.MAX_VALUE, SHARE, ALL, 0, true, 0.5);
        assertThrows(ArithmeticException.class, () -> chain.bars().premium(0));
    }

    @Test
    void refusesOptionTradesInAnEquitysBarsAndInfiniteDeltas() {
        assertThrows(IllegalStateException.class, () -> minutes.addOptionTrade(0, DOLLAR, SHARE, ALL, 1, true, 0.5));
        MinuteBars chain = MinuteBars.forChain();
        double infinite = Double.POSITIVE_INFINITY;
        assertThrows(
                IllegalArgumentException.class, () -> chain.addOptionTrade(0, DOLLAR, SHARE, ALL, 1, true, infinite));
        assertEquals(0, chain.bars().tradeCount(0));
    }

    private void assertEmpty(int minute) {
        assertEquals(BarColumns.NONE, bars.open(minute));
        assertEquals(BarColumns.NONE, bars.high(minute));
        assertEquals(BarColumns.NONE, bars.low(minute));
        assertEquals(BarColumns.NONE, bars.close(minute));
        assertEquals(BarColumns.NONE, bars.vwap(minute));
        assertEquals(0, bars.volume(minute));
        assertEquals(0, bars.tradeCount(minute));
        assertEquals(0, bars.notionalHigh(minute));
        assertEquals(0, bars.notionalLow(minute));
    }
}
