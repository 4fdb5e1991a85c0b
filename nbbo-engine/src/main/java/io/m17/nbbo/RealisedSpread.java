package io.m17.nbbo;

import java.util.Objects;

/// The realised spread: 2 · side · (price − midpoint a horizon later), what is left to the side that did not move first
/// once the price has moved on (Huang and Stoll 1996; SEC Rule 605 takes five minutes).
///
/// The midpoint is that of the last quote **at or before** the trade's SIP time plus the horizon. Exact on integers of
/// six decimals: side · (2 · price − bid − ask). Undefined without a side, and where that quote has no midpoint
/// (missing, one-sided, crossed). Immutable and thread-safe; [#measure] allocates nothing.
public final class RealisedSpread {
    private final long horizonNs;

    /// @param horizonNs from the trade to the midpoint, above 0
    public RealisedSpread(long horizonNs) {
        if (horizonNs <= 0) {
            throw new IllegalArgumentException("the horizon lies after the trade [horizonNs=" + horizonNs + "]");
        }
        this.horizonNs = horizonNs;
    }

    /// Measures the trades of rows `from` to `to` - 1, whose sides stand in `out`, against the quotes of rows
    /// `quoteFrom` to `quoteTo` - 1: all from the first that counts for these trades on. Both are in SIP order, as
    /// [TradeClassifier#classify] has checked.
    public void measure(
            TradeRows trades, int from, int to, QuoteRows quotes, int quoteFrom, int quoteTo, AggressorRows out) {
        Objects.checkFromToIndex(from, to, trades.capacity());
        Objects.checkFromToIndex(from, to, out.capacity());
        Objects.checkFromToIndex(quoteFrom, quoteTo, quotes.capacity());
        int next = quoteFrom;
        for (int row = from; row < to; row++) {
            long instantNs = trades.sipNs[row] + horizonNs;
            while (next < quoteTo && quotes.sipNs[next] <= instantNs) {
                next++;
            }
            int side = out.side(row);
            out.realisedSpread(
                    row,
                    side == TradeClassifier.UNKNOWN || next == quoteFrom
                            ? AggressorRows.NONE
                            : spread(side, trades.price[row], quotes.bid[next - 1], quotes.ask[next - 1]));
        }
    }

    private static long spread(int side, long price, long bid, long ask) {
        boolean hasMidpoint = TradeClassifier.isPrice(bid) && TradeClassifier.isPrice(ask) && bid <= ask;
        return hasMidpoint ? side * (2 * price - bid - ask) : AggressorRows.NONE;
    }
}
