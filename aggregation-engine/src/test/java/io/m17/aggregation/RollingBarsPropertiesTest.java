package io.m17.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.m17.aggregation.RandomTrades.Bar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Every bar of every window against one made from the trades themselves. Workspaces are reused from try to try, so
/// what an earlier session left behind would show.
final class RollingBarsPropertiesTest {
    private final MinuteBars equityMinutes = MinuteBars.forEquity();
    private final RollingBars equityRolling = RollingBars.forEquity();
    private final MinuteBars chainMinutes = MinuteBars.forChain();
    private final RollingBars chainRolling = RollingBars.forChain();

    @Property(tries = 40, seed = "390")
    void agreesWithBruteForceOnShares(@ForAll long seed, @ForAll @IntRange(max = 300) int count) {
        RandomTrades trades = trades(seed, count);
        trades.addTo(equityMinutes, false);
        equityRolling.roll(equityMinutes);
        for (AggregateWindow window : AggregateWindow.values()) {
            BarColumns bars = equityRolling.bars(window);
            for (int minute = 0; minute < equityRolling.sessionMinutes(); minute++) {
                assertBar(trades.bar(minute, minute + window.minutes()), bars, minute);
            }
        }
    }

    @Property(tries = 40, seed = "210")
    void agreesWithBruteForceOnChains(@ForAll long seed, @ForAll @IntRange(max = 300) int count) {
        RandomTrades trades = trades(seed, count);
        trades.addTo(chainMinutes, true);
        chainRolling.roll(chainMinutes);
        for (AggregateWindow window : AggregateWindow.values()) {
            BarColumns bars = chainRolling.bars(window);
            for (int minute = 0; minute < chainRolling.sessionMinutes(); minute++) {
                Bar expected = trades.bar(minute, minute + window.minutes());
                assertBar(expected, bars, minute);
                assertChain(expected, bars, minute);
            }
        }
    }

    @Property(tries = 40, seed = "100")
    void givesTheSameBitsInAFreshWorkspace(@ForAll long seed, @ForAll @IntRange(max = 300) int count) {
        trades(seed, count).addTo(chainMinutes, true);
        chainRolling.roll(chainMinutes);
        MinuteBars minutes = MinuteBars.forChain();
        trades(seed, count).addTo(minutes, true);
        RollingBars fresh = RollingBars.forChain();
        fresh.roll(minutes);
        for (AggregateWindow window : AggregateWindow.values()) {
            for (int minute = 0; minute < fresh.sessionMinutes(); minute++) {
                assertEquals(
                        Double.doubleToRawLongBits(fresh.bars(window).netDeltaFlow(minute)),
                        Double.doubleToRawLongBits(chainRolling.bars(window).netDeltaFlow(minute)));
                assertEquals(
                        fresh.bars(window).low(minute),
                        chainRolling.bars(window).low(minute));
            }
        }
    }

    private static RandomTrades trades(long seed, int count) {
        Random random = new Random(seed);
        int[] sessions = {390, 210, 1, 241};
        return new RandomTrades(random, sessions[random.nextInt(sessions.length)], count);
    }

    private static void assertBar(Bar expected, BarColumns bars, int minute) {
        assertEquals(expected.open, bars.open(minute));
        assertEquals(expected.high, bars.high(minute));
        assertEquals(expected.low, bars.low(minute));
        assertEquals(expected.close, bars.close(minute));
        assertEquals(expected.tradeCount, bars.tradeCount(minute));
        assertEquals(expected.volume, bars.volume(minute));
        assertEquals(expected.volumeBySide[2], bars.buyVolume(minute));
        assertEquals(expected.volumeBySide[0], bars.sellVolume(minute));
        assertEquals(expected.volumeBySide[1], bars.unknownVolume(minute));
        assertEquals(expected.notional.longValue(), bars.notionalLow(minute));
        assertEquals(expected.notional.shiftRight(64).longValueExact(), bars.notionalHigh(minute));
        long vwap = expected.volume == 0
                ? BarColumns.NONE
                : halfUp(expected.notional, BigInteger.valueOf(expected.volume)).longValueExact();
        assertEquals(vwap, bars.vwap(minute));
    }

    /// The tolerance is relative to the gross flow: what buys and sells leave of it may be arbitrarily small.
    private static void assertChain(Bar expected, BarColumns bars, int minute) {
        assertEquals(expected.callVolume, bars.callVolume(minute));
        assertEquals(expected.putVolume, bars.putVolume(minute));
        BigInteger premium = halfUp(expected.notional, BigInteger.valueOf(10_000));
        if (premium.bitLength() < Long.SIZE) {
            assertEquals(premium.longValueExact(), bars.premium(minute));
        } else {
            assertThrows(ArithmeticException.class, () -> bars.premium(minute));
        }
        double tolerance = expected.grossDeltaFlow * 1e-13;
        double flow = bars.netDeltaFlow(minute);
        assertEquals(0, expected.netDeltaFlow.subtract(new BigDecimal(flow)).doubleValue(), tolerance);
        assertEquals(expected.netDeltaFlowInTradeOrder, flow, tolerance);
    }

    private static BigInteger halfUp(BigInteger dividend, BigInteger divisor) {
        return new BigDecimal(dividend)
                .divide(new BigDecimal(divisor), 0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }
}
