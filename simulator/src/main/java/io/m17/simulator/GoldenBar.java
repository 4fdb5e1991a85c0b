package io.m17.simulator;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One minute's aggregate of an equity, as a right run must compute it. Prices and volumes in millionths.
///
/// @param volume sum of the sizes of trades that update volume
/// @param trades number of those trades
/// @param prices open, high, low and close over trades that update prices and are not late, null without one
record GoldenBar(
        String symbol,
        int minute,
        long volume,
        long trades,
        long buyVolume,
        long sellVolume,
        long unknownVolume,
        @Nullable Prices prices) {

    /// Open, high, low and close in millionths.
    record Prices(long open, long high, long low, long close) {
        Prices with(long price) {
            return new Prices(open, Math.max(high, price), Math.min(low, price), price);
        }
    }

    /// The bar of one minute; the trades come in order of (SIP time, sequence).
    static GoldenBar of(
            String symbol, int minute, TradingHours hours, TradeTape trades, int[] byTime, TickerTruth truth) {
        Map<Side, Long> bySide = new EnumMap<>(Side.class);
        long count = 0;
        Prices prices = null;
        for (int row : byTime) {
            if (hours.minuteOf(trades.sipNs(row)) == minute && trades.updatesVolume(row)) {
                bySide.merge(truth.side(row), trades.quantity(row), Long::sum);
                count++;
                if (trades.conditions(row).updatesPrices() && !TickerTruth.late(trades, row)) {
                    long price = trades.price(row);
                    prices = prices == null ? new Prices(price, price, price, price) : prices.with(price);
                }
            }
        }
        long buy = bySide.getOrDefault(Side.BUY, 0L);
        long sell = bySide.getOrDefault(Side.SELL, 0L);
        long unknown = bySide.getOrDefault(Side.UNKNOWN, 0L);
        return new GoldenBar(symbol, minute, buy + sell + unknown, count, buy, sell, unknown, prices);
    }
}
