package io.m17.simulator;

/// The side that a right Lee–Ready run reports for every trade of one ticker, worked out row by row from the
/// columns as they stand in the files. A quote prevails when its SIP time is strictly before the trade's. Confined
/// to one thread.
final class TickerTruth {
    static final long LATE_AFTER_NS = 60 * TradingHours.SECOND_NS;
    private static final int NONE = -1;

    private final TradeTape trades;
    private final QuoteTape quotes;
    private final int[] tradesByTime;
    private final Side[] sides;
    private final SideRule[] rules;
    private final int[] prevailing;

    private TickerTruth(TradeTape trades, QuoteTape quotes, int[] tradesByTime) {
        this.trades = trades;
        this.quotes = quotes;
        this.tradesByTime = tradesByTime;
        this.sides = new Side[trades.size()];
        this.rules = new SideRule[trades.size()];
        this.prevailing = new int[trades.size()];
    }

    /// @param tradesByTime rows of the trades in order of (SIP time, sequence, file)
    /// @param quotesByTime rows of the quotes in the same order
    static TickerTruth of(TradeTape trades, int[] tradesByTime, QuoteTape quotes, int[] quotesByTime) {
        TickerTruth truth = new TickerTruth(trades, quotes, tradesByTime);
        int passed = 0;
        for (int place = 0; place < tradesByTime.length; place++) {
            int row = tradesByTime[place];
            while (passed < quotesByTime.length && quotes.sipNs(quotesByTime[passed]) < trades.sipNs(row)) {
                passed++;
            }
            truth.prevailing[row] = passed == 0 ? NONE : quotesByTime[passed - 1];
            truth.classify(place, row);
        }
        return truth;
    }

    static boolean late(TradeTape trades, int row) {
        return Math.abs(trades.sipNs(row) - trades.participantNs(row)) > LATE_AFTER_NS;
    }

    Side side(int row) {
        return sides[row];
    }

    SideRule rule(int row) {
        return rules[row];
    }

    /// The row of the quote before the trade, −1 without one.
    int prevailing(int row) {
        return prevailing[row];
    }

    private void classify(int place, int row) {
        SideRule obstacle = obstacle(row);
        long distance = obstacle == SideRule.QUOTE ? 2 * trades.price(row) - quotes.doubleMid(prevailing[row]) : 0;
        if (obstacle != SideRule.QUOTE) {
            decide(row, obstacle, 0);
        } else if (distance != 0) {
            decide(row, SideRule.QUOTE, distance);
        } else {
            long step = tick(place, row);
            decide(row, step == 0 ? SideRule.NO_EARLIER_PRICE : SideRule.TICK, step);
        }
    }

    /// What keeps the quote rule from being applied, or `QUOTE` when nothing does.
    private SideRule obstacle(int row) {
        if (late(trades, row)) {
            return SideRule.LATE;
        }
        if (!trades.valid(row)) {
            return SideRule.VOIDED;
        }
        int quote = prevailing[row];
        if (quote == NONE) {
            return SideRule.NO_QUOTE;
        }
        if (!quotes.twoSided(quote)) {
            return SideRule.ONE_SIDED;
        }
        return quotes.usable(quote) ? SideRule.QUOTE : SideRule.CROSSED;
    }

    private void decide(int row, SideRule rule, long direction) {
        rules[row] = rule;
        sides[row] = direction > 0 ? Side.BUY : direction < 0 ? Side.SELL : Side.UNKNOWN;
    }

    /// The difference to the last different price among earlier trades that are neither late nor voided, 0 without
    /// one.
    private long tick(int place, int row) {
        for (int earlier = place - 1; earlier >= 0; earlier--) {
            int other = tradesByTime[earlier];
            boolean eligible = trades.valid(other) && !late(trades, other);
            if (eligible && trades.price(other) != trades.price(row)) {
                return trades.price(row) - trades.price(other);
            }
        }
        return 0;
    }
}
