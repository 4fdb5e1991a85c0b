package io.m17.nbbo;

import java.util.Arrays;

/// What classification says of each trade, under the trade's row number. Reused from range to range: rows that no call
/// has written since hold what stood there before. Confined to one thread at a time.
public final class AggressorRows {
    /// No bid, no ask, no quote age or no spread.
    public static final long NONE = Long.MIN_VALUE;

    private byte[] side = new byte[0];
    private byte[] ruleCode = new byte[0];
    private long[] bid = new long[0];
    private long[] ask = new long[0];
    private long[] quoteAgeNs = new long[0];
    private long[] effectiveSpread = new long[0];
    private long[] realisedSpread = new long[0];

    /// Makes room for rows 0 to `rowCount` - 1, keeping what is there.
    public void reserve(int rowCount) {
        if (rowCount > side.length) {
            int capacity = Math.max(rowCount, side.length + (side.length >> 1));
            side = Arrays.copyOf(side, capacity);
            ruleCode = Arrays.copyOf(ruleCode, capacity);
            bid = Arrays.copyOf(bid, capacity);
            ask = Arrays.copyOf(ask, capacity);
            quoteAgeNs = Arrays.copyOf(quoteAgeNs, capacity);
            effectiveSpread = Arrays.copyOf(effectiveSpread, capacity);
            realisedSpread = Arrays.copyOf(realisedSpread, capacity);
        }
    }

    /// [TradeClassifier#BUY], [TradeClassifier#SELL] or [TradeClassifier#UNKNOWN].
    public byte side(int row) {
        return side[row];
    }

    public Rule rule(int row) {
        return Rule.of(ruleCode[row]);
    }

    /// The code of [#rule(int)].
    public byte ruleCode(int row) {
        return ruleCode[row];
    }

    /// The bid in force before the trade's SIP time, six decimals, or [#NONE].
    public long bid(int row) {
        return bid[row];
    }

    /// The ask in force before the trade's SIP time, six decimals, or [#NONE].
    public long ask(int row) {
        return ask[row];
    }

    /// From the SIP time of the quote in force, whatever it said, to the trade's, nanoseconds; [#NONE] when no quote
    /// came before.
    public long quoteAgeNs(int row) {
        return quoteAgeNs[row];
    }

    /// Twice the distance of the price from the midpoint, six decimals; [#NONE] where the NBBO has no midpoint
    /// (missing, one-sided, crossed) or the trade does not count.
    public long effectiveSpread(int row) {
        return effectiveSpread[row];
    }

    /// What [RealisedSpread] wrote, six decimals, or [#NONE].
    public long realisedSpread(int row) {
        return realisedSpread[row];
    }

    int capacity() {
        return side.length;
    }

    void decide(int row, int newSide, byte newRuleCode) {
        side[row] = (byte) newSide;
        ruleCode[row] = newRuleCode;
    }

    void quote(int row, Carry carry, long sipNs) {
        bid[row] = carry.bid == 0 ? NONE : carry.bid;
        ask[row] = carry.ask == 0 ? NONE : carry.ask;
        quoteAgeNs[row] = carry.quoteNs == Carry.NO_QUOTE ? NONE : sipNs - carry.quoteNs;
    }

    void effectiveSpread(int row, long spread) {
        effectiveSpread[row] = spread;
    }

    void realisedSpread(int row, long spread) {
        realisedSpread[row] = spread;
    }
}
