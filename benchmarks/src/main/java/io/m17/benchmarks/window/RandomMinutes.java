package io.m17.benchmarks.window;

import io.m17.aggregation.BarColumns;
import io.m17.aggregation.MinuteBars;
import java.util.Random;

/// Trades of many symbols by a seed, two a minute; every tenth minute of a symbol has none. Prices and sizes have six
/// decimals.
///
/// @param price by symbol, minute and trade; 0 where there is none
record RandomMinutes(int symbols, long[] price, long[] size, byte[] side) {
    static final int MINUTES = BarColumns.MAX_MINUTES;

    private static final int TRADES_A_MINUTE = 2;
    private static final int ALL = MinuteBars.VOLUME | MinuteBars.HIGH_LOW | MinuteBars.OPEN_CLOSE;
    private static final long CENT = 10_000;
    private static final long LOT = 100_000_000;

    static RandomMinutes of(int symbols, long seed) {
        Random random = new Random(seed);
        int trades = Math.multiplyExact(symbols, MINUTES * TRADES_A_MINUTE);
        long[] price = new long[trades];
        long[] size = new long[trades];
        byte[] side = new byte[trades];
        long level = 0;
        for (int trade = 0; trade < trades; trade += TRADES_A_MINUTE) {
            if (trade % (MINUTES * TRADES_A_MINUTE) == 0) {
                level = CENT * (1_000 + random.nextInt(50_000));
            }
            if (random.nextInt(10) == 0) {
                continue;
            }
            for (int i = 0; i < TRADES_A_MINUTE; i++) {
                level = Math.max(CENT, level + CENT * (random.nextInt(5) - 2));
                price[trade + i] = level;
                size[trade + i] = LOT * (1 + random.nextInt(20));
                side[trade + i] = (byte) (random.nextInt(3) - 1);
            }
        }
        return new RandomMinutes(symbols, price, size, side);
    }

    /// Replaces the bars by those of a symbol.
    void fill(int symbol, MinuteBars minutes) {
        minutes.clear(MINUTES);
        int trade = symbol * MINUTES * TRADES_A_MINUTE;
        for (int minute = 0; minute < MINUTES; minute++) {
            for (int i = 0; i < TRADES_A_MINUTE; i++) {
                if (price[trade] > 0) {
                    minutes.addTrade(minute, price[trade], size[trade], ALL, side[trade]);
                }
                trade++;
            }
        }
    }
}
