package io.m17.aggregation;

import java.util.Objects;

/// One-minute bars of one instrument's session, added up trade by trade.
///
/// Trades come in SIP order: the first of a minute opens it, the last closes it. Integer sums are exact and
/// overflow is refused before anything is written; the sum of delta flow is in doubles, in the order of the trades.
/// Adding allocates nothing. Confined to one thread at a time.
public final class MinuteBars {
    /// Flag: the trade may update trade count, volume, VWAP and the chain's columns.
    public static final int VOLUME = 1;

    /// Flag: the trade may update high and low.
    public static final int HIGH_LOW = 2;

    /// Flag: the trade may update open and close.
    public static final int OPEN_CLOSE = 4;

    private static final int ALL = VOLUME | HIGH_LOW | OPEN_CLOSE;

    /// A size has six decimals and a contract delivers 100 shares.
    private static final double SIZE_PER_SHARE = 1e6 / BarColumns.SHARES_PER_CONTRACT;

    private final BarColumns bars;
    private int sessionMinutes = BarColumns.MAX_MINUTES;
    private long sessionVolume;

    private MinuteBars(boolean chain) {
        this.bars = new BarColumns(chain);
    }

    /// A workspace for shares, whose bars have no chain columns.
    public static MinuteBars forEquity() {
        return new MinuteBars(false);
    }

    /// A workspace for an option chain: all contracts of one root together.
    public static MinuteBars forChain() {
        return new MinuteBars(true);
    }

    /// Empties all bars for another session, of 390 minutes or fewer.
    public void clear(int newSessionMinutes) {
        if (newSessionMinutes < 1 || newSessionMinutes > BarColumns.MAX_MINUTES) {
            throw new IllegalArgumentException("a session has 1 to 390 minutes [sessionMinutes=" + newSessionMinutes
                    + "], take them from the calendar");
        }
        bars.clear(0, BarColumns.MAX_MINUTES);
        sessionMinutes = newSessionMinutes;
        sessionVolume = 0;
    }

    /// Adds a trade to the bar of its minute. Price and size have six decimals; `flags` says what the trade may update
    /// ([#VOLUME], [#HIGH_LOW], [#OPEN_CLOSE]; 0 for a cancelled one); the sign of `side` is 1 for a buy, -1 for a
    /// sell.
    ///
    /// Throws `IndexOutOfBoundsException` for a minute outside the session, `IllegalArgumentException` for a price
    /// below 1 or a negative size, and `ArithmeticException` when the session's volume passes 9.2 trillion.
    public void addTrade(int minute, long price, long size, int flags, int side) {
        Objects.checkIndex(minute, sessionMinutes);
        if ((flags & ALL) == 0) {
            return;
        }
        checkTrade(price, size);
        if ((flags & VOLUME) != 0) {
            addVolume(minute, price, size, side);
        }
        if ((flags & HIGH_LOW) != 0) {
            addHighLow(minute, price);
        }
        if ((flags & OPEN_CLOSE) != 0) {
            addOpenClose(minute, price);
        }
    }

    /// Adds a trade of one of the chain's contracts, as [#addTrade] does, and to the chain's columns. `delta` is the
    /// contract's at the trade, NaN where it has none: such a trade counts in the volumes and adds 0 to the delta flow.
    /// Throws `IllegalStateException` unless these bars are a chain's, `IllegalArgumentException` for an infinite
    /// delta.
    public void addOptionTrade(int minute, long price, long size, int flags, int side, boolean isCall, double delta) {
        if (!bars.isChain()) {
            throw new IllegalStateException("these bars are an equity's [minute=" + minute + "], make them forChain");
        }
        if (Double.isInfinite(delta)) {
            throw new IllegalArgumentException(
                    "a delta is finite, or NaN where there is none [minute=" + minute + ", delta=" + delta + "]");
        }
        addTrade(minute, price, size, flags, side);
        if ((flags & VOLUME) == 0) {
            return;
        }
        (isCall ? bars.callVolume : bars.putVolume)[minute] += size;
        if (!Double.isNaN(delta)) {
            bars.netDeltaFlow[minute] += Integer.signum(side) * (size / SIZE_PER_SHARE) * delta;
        }
    }

    /// Counts a trade that is left out for its price or size.
    public void addExcluded(int minute) {
        bars.excludedCount[Objects.checkIndex(minute, sessionMinutes)]++;
    }

    /// The bars so far; they change with the next trade.
    public BarColumns bars() {
        return bars;
    }

    public int sessionMinutes() {
        return sessionMinutes;
    }

    private static void checkTrade(long price, long size) {
        if (price < 1 || size < 0) {
            throw new IllegalArgumentException("a trade needs a price above 0 and a size of 0 or more [price=" + price
                    + ", size=" + size + "], give it no flags to leave it out");
        }
    }

    /// The session's volume fits in a long, so no sum of it can overflow, nor the notional 126 bits.
    private void addVolume(int minute, long price, long size, int side) {
        sessionVolume = Math.addExact(sessionVolume, size);
        bars.tradeCount[minute]++;
        long low = bars.notionalLow[minute] + price * size;
        long carry = Long.compareUnsigned(low, bars.notionalLow[minute]) < 0 ? 1 : 0;
        bars.notionalLow[minute] = low;
        bars.notionalHigh[minute] += Math.multiplyHigh(price, size) + carry;
        if (side > 0) {
            bars.buyVolume[minute] += size;
        } else if (side < 0) {
            bars.sellVolume[minute] += size;
        } else {
            bars.unknownVolume[minute] += size;
        }
    }

    private void addHighLow(int minute, long price) {
        bars.high[minute] = Math.max(bars.high[minute], price);
        if (bars.low[minute] == BarColumns.NONE || price < bars.low[minute]) {
            bars.low[minute] = price;
        }
    }

    private void addOpenClose(int minute, long price) {
        if (bars.open[minute] == BarColumns.NONE) {
            bars.open[minute] = price;
        }
        bars.close[minute] = price;
    }
}
