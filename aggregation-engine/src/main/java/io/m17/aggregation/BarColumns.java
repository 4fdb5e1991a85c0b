package io.m17.aggregation;

import java.util.Arrays;

/// Bars as columns, one for every minute of a session at which a window starts.
///
/// Prices have six decimals and are [#NONE] where no trade set them; sizes have six decimals. Trade count, volume, its
/// three sides and VWAP are over the trades that may update volume, so buy + sell + unknown is the volume. The columns
/// of a chain (calls, puts, delta flow) are there only on a chain's bars.
///
/// Filled by [MinuteBars] and [RollingBars]. Confined to one thread at a time.
public final class BarColumns {
    /// The most minutes of a session.
    public static final int MAX_MINUTES = 390;

    /// No such price.
    public static final long NONE = Long.MIN_VALUE;

    /// What an option contract delivers; adjusted contracts deliver something else and do not belong in here.
    static final int SHARES_PER_CONTRACT = 100;

    /// The divisor from price × size, twelve decimals, to a premium of six: 10^6 / 100.
    private static final long NOTIONAL_PER_PREMIUM = 1_000_000 / SHARES_PER_CONTRACT;

    /// Behind the last minute stand empty bars, so that a window clipped by the close reads like any other.
    private static final int LENGTH = MAX_MINUTES + AggregateWindow.FOUR_HOURS.minutes();

    final long[] open = new long[LENGTH];
    final long[] high = new long[LENGTH];
    final long[] low = new long[LENGTH];
    final long[] close = new long[LENGTH];
    final long[] tradeCount = new long[LENGTH];
    final long[] excludedCount = new long[LENGTH];
    final long[] buyVolume = new long[LENGTH];
    final long[] sellVolume = new long[LENGTH];
    final long[] unknownVolume = new long[LENGTH];
    final long[] notionalHigh = new long[LENGTH];
    final long[] notionalLow = new long[LENGTH];
    final long[] callVolume;
    final long[] putVolume;
    final double[] netDeltaFlow;

    BarColumns(boolean chain) {
        int chainLength = chain ? LENGTH : 0;
        callVolume = new long[chainLength];
        putVolume = new long[chainLength];
        netDeltaFlow = new double[chainLength];
        clear(0, MAX_MINUTES);
        fillPrices(MAX_MINUTES, LENGTH);
    }

    /// The price of the first trade that may set it.
    public long open(int minute) {
        return open[minute];
    }

    public long high(int minute) {
        return high[minute];
    }

    public long low(int minute) {
        return low[minute];
    }

    /// The price of the last trade that may set it.
    public long close(int minute) {
        return close[minute];
    }

    public long tradeCount(int minute) {
        return tradeCount[minute];
    }

    /// The trades that were left out for their price or size.
    public long excludedCount(int minute) {
        return excludedCount[minute];
    }

    public long volume(int minute) {
        return buyVolume[minute] + sellVolume[minute] + unknownVolume[minute];
    }

    public long buyVolume(int minute) {
        return buyVolume[minute];
    }

    public long sellVolume(int minute) {
        return sellVolume[minute];
    }

    public long unknownVolume(int minute) {
        return unknownVolume[minute];
    }

    /// The upper word of Σ price × size, a 128-bit number of twelve decimals.
    public long notionalHigh(int minute) {
        return notionalHigh[minute];
    }

    /// The lower word of Σ price × size, unsigned.
    public long notionalLow(int minute) {
        return notionalLow[minute];
    }

    /// Σ price × size / volume, six decimals, exact but for one rounding half up; [#NONE] without volume.
    public long vwap(int minute) {
        long volume = volume(minute);
        return volume == 0 ? NONE : WideQuotient.halfUp(notionalHigh[minute], notionalLow[minute], volume);
    }

    public long callVolume(int minute) {
        return callVolume[minute];
    }

    public long putVolume(int minute) {
        return putVolume[minute];
    }

    /// What the trades of a chain paid: Σ price × size × 100, six decimals, rounded half up once for the whole sum.
    /// Throws `ArithmeticException` above 9.2 trillion; it never wraps around.
    public long premium(int minute) {
        return WideQuotient.halfUp(notionalHigh[minute], notionalLow[minute], NOTIONAL_PER_PREMIUM);
    }

    /// Σ side × size × 100 × delta, in shares of the underlying. A trade of unknown side or without a delta adds 0.
    public double netDeltaFlow(int minute) {
        return netDeltaFlow[minute];
    }

    /// Whether there is nothing to say: no trade updated volume or a price, and none was left out.
    boolean isEmpty(int minute) {
        return tradeCount[minute] == 0 && excludedCount[minute] == 0 && high[minute] == NONE && open[minute] == NONE;
    }

    boolean isChain() {
        return netDeltaFlow.length > 0;
    }

    /// Empties the bars of minutes `from` to `to` - 1.
    void clear(int from, int to) {
        fillPrices(from, to);
        for (long[] sums :
                new long[][] {tradeCount, excludedCount, buyVolume, sellVolume, unknownVolume, notionalHigh, notionalLow
                }) {
            Arrays.fill(sums, from, to, 0);
        }
        if (isChain()) {
            Arrays.fill(callVolume, from, to, 0);
            Arrays.fill(putVolume, from, to, 0);
            Arrays.fill(netDeltaFlow, from, to, 0);
        }
    }

    private void fillPrices(int from, int to) {
        Arrays.fill(open, from, to, NONE);
        Arrays.fill(high, from, to, NONE);
        Arrays.fill(low, from, to, NONE);
        Arrays.fill(close, from, to, NONE);
    }
}
