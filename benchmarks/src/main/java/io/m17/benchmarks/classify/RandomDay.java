package io.m17.benchmarks.classify;

import java.util.Random;

/// One instrument's day by a seed: a bid that wanders, a spread of one to five cents, now and then locked,
/// trades at the touch, between and outside. Prices have six decimals, times are nanoseconds.
///
/// @param tradeNs SIP times, ascending
/// @param quoteNs SIP times, ascending
record RandomDay(long[] tradeNs, long[] price, long[] quoteNs, long[] bid, long[] ask) {
    private static final long CENT = 10_000;
    private static final long HALF_CENT = CENT / 2;
    private static final long SESSION_NS = 23_400_000_000_000L;
    private static final long FIRST_BID = 10_000 * CENT;
    private static final int MOST_SPREAD_CENTS = 5;

    static RandomDay of(int trades, int quotes, long seed) {
        Random random = new Random(seed);
        long[] quoteNs = times(random, quotes);
        long[] bid = new long[quotes];
        long[] ask = new long[quotes];
        long level = FIRST_BID;
        for (int row = 0; row < quotes; row++) {
            level = Math.max(FIRST_BID / 2, level + CENT * (random.nextInt(3) - 1));
            bid[row] = level;
            ask[row] = level + CENT * (random.nextInt(50) == 0 ? 0 : 1 + random.nextInt(MOST_SPREAD_CENTS));
        }
        long[] tradeNs = times(random, trades);
        long[] price = new long[trades];
        int quote = 0;
        for (int row = 0; row < trades; row++) {
            while (quote + 1 < quotes && quoteNs[quote + 1] < tradeNs[row]) {
                quote++;
            }
            long halfCents = (ask[quote] - bid[quote]) / HALF_CENT;
            price[row] = bid[quote] + HALF_CENT * (random.nextInt(Math.toIntExact(halfCents) + 3) - 1);
        }
        return new RandomDay(tradeNs, price, quoteNs, bid, ask);
    }

    private static long[] times(Random random, int count) {
        return random.longs(count, 0, SESSION_NS).sorted().toArray();
    }
}
