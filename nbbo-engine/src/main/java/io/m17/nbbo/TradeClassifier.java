package io.m17.nbbo;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Joins trades with the NBBO before them and gives each trade its side, in one pass over both.
///
/// Immutable and thread-safe; [#classify] allocates nothing. All arithmetic is on integers with six decimals and exact:
/// twice the price is compared with bid + ask, because halving a sum of doubles misplaces trades at the midpoint.
///
/// The NBBO of a trade is the last quote whose SIP time is **strictly** before the trade's. A trade that is late or not
/// eligible is unknown and leaves the tick rule's memory alone, and so does one without a price.
public final class TradeClassifier {
    public static final byte BUY = 1;
    public static final byte SELL = -1;
    public static final byte UNKNOWN = 0;

    /// The highest price taken, six decimals: 100 billion, a tenth of what would overflow. A bid or ask outside
    /// 1 … MAX_PRICE counts as none.
    public static final long MAX_PRICE = 100_000_000_000_000_000L;

    private static final byte BY_TRADE_SIZE = Step.TRADE_SIZE.ruleCode();
    private static final byte BY_QUOTE = Step.QUOTE.ruleCode();
    private static final byte BY_DEPTH = Step.DEPTH.ruleCode();
    private static final byte BY_TICK = Step.TICK.ruleCode();

    private final Method method;
    private final byte undecidedCode;
    private final boolean readsSizes;
    private final boolean ticksWhenCrossed;
    private final boolean asksTradeSize;
    private final boolean asksQuote;
    private final boolean atTouchOnly;
    private final boolean nearTouchOnly;
    private final boolean asksDepth;
    private final boolean asksTick;

    private TradeClassifier(Method method, CrossedPolicy crossedPolicy) {
        this.method = method;
        List<Step> steps = method.steps();
        this.undecidedCode = method.undecided().code();
        this.readsSizes = method.readsSizes();
        this.ticksWhenCrossed = crossedPolicy == CrossedPolicy.TICK && method.fallsBackToTicks();
        this.asksTradeSize = steps.contains(Step.TRADE_SIZE);
        this.atTouchOnly = steps.contains(Step.QUOTE_AT_TOUCH);
        this.nearTouchOnly = steps.contains(Step.QUOTE_NEAR_TOUCH);
        this.asksQuote = atTouchOnly || nearTouchOnly || steps.contains(Step.QUOTE);
        this.asksDepth = steps.contains(Step.DEPTH);
        this.asksTick = steps.contains(Step.TICK);
    }

    /// A classifier to which a crossed NBBO is unknown.
    public static TradeClassifier of(Method method) {
        return of(method, CrossedPolicy.UNKNOWN);
    }

    public static TradeClassifier of(Method method, CrossedPolicy crossedPolicy) {
        return new TradeClassifier(method, crossedPolicy);
    }

    /// Whether rows need sizes.
    boolean readsSizes() {
        return readsSizes;
    }

    /// Classifies the trades of rows `from` to `to` - 1 against the quotes of rows `quoteFrom` to `quoteTo` - 1,
    /// starting from `carry`, and writes rows `from` to `to` - 1 of `out`.
    ///
    /// `carry` is left as it stands after the last trade and the last quote, also of those quotes that no trade
    /// followed. So consecutive ranges of trades and of quotes are to be cut at the same instants.
    ///
    /// Throws `IllegalArgumentException` for rows out of SIP order or without sizes that the method reads, and
    /// `IndexOutOfBoundsException` for ranges that an array does not hold; nothing is written then.
    public void classify(
            TradeRows trades,
            int from,
            int to,
            QuoteRows quotes,
            int quoteFrom,
            int quoteTo,
            Carry carry,
            AggressorRows out) {
        Objects.checkFromToIndex(from, to, trades.capacity());
        Objects.checkFromToIndex(from, to, out.capacity());
        Objects.checkFromToIndex(quoteFrom, quoteTo, quotes.capacity());
        checkSizes(trades, quotes);
        checkOrder("trades", trades.sipNs, from, to);
        checkOrder("quotes", quotes.sipNs, quoteFrom, quoteTo);
        int quote = quoteFrom;
        for (int row = from; row < to; row++) {
            quote = takeQuotes(quotes, quote, quoteTo, trades.sipNs[row], carry);
            classifyRow(trades, row, carry, out);
        }
        takeQuotes(quotes, quote, quoteTo, Long.MAX_VALUE, carry);
    }

    static boolean isPrice(long price) {
        return price >= 1 && price <= MAX_PRICE;
    }

    private static void checkOrder(String what, long[] sipNs, int from, int to) {
        for (int row = from + 1; row < to; row++) {
            if (sipNs[row] < sipNs[row - 1]) {
                throw new IllegalArgumentException(what + " are out of SIP order [row=" + row + ", sipNs=" + sipNs[row]
                        + ", previousSipNs=" + sipNs[row - 1] + "], sort them before classifying");
            }
        }
    }

    private void checkSizes(TradeRows trades, QuoteRows quotes) {
        if (readsSizes && !(trades.sized() && quotes.sized())) {
            throw new IllegalArgumentException("the method reads sizes [method=" + method + ", tradeSizes="
                    + trades.sized() + ", quoteSizes=" + quotes.sized() + "], pass rows that have them");
        }
    }

    /// Moves `carry` to the last quote before `beforeNs`; returns the row of the first that is not.
    private int takeQuotes(QuoteRows quotes, int quote, int quoteTo, long beforeNs, Carry carry) {
        int next = quote;
        while (next < quoteTo && quotes.sipNs[next] < beforeNs) {
            next++;
        }
        if (next > quote) {
            int last = next - 1;
            carry.setQuote(quotes.sipNs[last], quotes.bid[last], quotes.ask[last]);
            if (readsSizes) {
                carry.setSizes(quotes.bidSize[last], quotes.askSize[last]);
            }
        }
        return next;
    }

    private void classifyRow(TradeRows trades, int row, Carry carry, AggressorRows out) {
        long price = trades.price[row];
        out.quote(row, carry, trades.sipNs[row]);
        Rule rejected = rejected(price, trades.flags[row]);
        if (rejected != null) {
            out.decide(row, UNKNOWN, rejected.code());
            out.effectiveSpread(row, AggressorRows.NONE);
            return;
        }
        boolean hasMidpoint = carry.hasMidpoint();
        out.effectiveSpread(row, hasMidpoint ? Math.abs(2 * price - carry.bid - carry.ask) : AggressorRows.NONE);
        if (hasMidpoint || method == Method.TICK) {
            decide(price, readsSizes ? trades.size[row] : 0, row, carry, out);
        } else {
            decideWithoutMidpoint(price, row, carry, out);
        }
        carry.trade(price);
    }

    /// Why a trade is not looked at, or null for a trade that is.
    private static @Nullable Rule rejected(long price, byte flags) {
        if ((flags & TradeRows.ELIGIBLE) == 0) {
            return Rule.NOT_ELIGIBLE;
        }
        if ((flags & TradeRows.LATE) != 0) {
            return Rule.LATE;
        }
        return isPrice(price) ? null : Rule.NO_PRICE;
    }

    /// Asks the method's steps in the order of [Step]. Written out, because a loop over them takes half as long again:
    /// which ones are asked never changes, so the processor foresees it.
    private void decide(long price, long size, int row, Carry carry, AggressorRows out) {
        int side = asksTradeSize ? tradeSizeSide(size, carry) : UNKNOWN;
        byte ruleCode = BY_TRADE_SIZE;
        if (side == UNKNOWN && asksQuote) {
            side = quoteSide(price, carry);
            ruleCode = BY_QUOTE;
        }
        if (side == UNKNOWN && asksDepth) {
            side = depthSide(carry);
            ruleCode = BY_DEPTH;
        }
        if (side == UNKNOWN && asksTick) {
            side = tickSide(price, carry);
            ruleCode = BY_TICK;
        }
        out.decide(row, side, side == UNKNOWN ? undecidedCode : ruleCode);
    }

    private void decideWithoutMidpoint(long price, int row, Carry carry, AggressorRows out) {
        long bid = carry.bid;
        long ask = carry.ask;
        if (bid == 0 || ask == 0) {
            out.decide(row, UNKNOWN, (bid == ask ? Rule.NO_NBBO : Rule.ONE_SIDED).code());
        } else if (!ticksWhenCrossed || (atTouchOnly && (price == bid || price == ask))) {
            out.decide(row, UNKNOWN, Rule.CROSSED.code());
        } else {
            int side = tickSide(price, carry);
            out.decide(row, side, (side == UNKNOWN ? Rule.NO_TICK : Rule.TICK).code());
        }
    }

    private int quoteSide(long price, Carry carry) {
        if (nearTouchOnly) {
            return nearTouchSide(price, carry);
        }
        boolean asked = !atTouchOnly || price == carry.bid || price == carry.ask;
        return asked ? Long.signum(2 * price - carry.bid - carry.ask) : UNKNOWN;
    }

    private static int tickSide(long price, Carry carry) {
        long reference = carry.tickReference(price);
        return reference == 0 ? UNKNOWN : Long.signum(price - reference);
    }

    private static int nearTouchSide(long price, Carry carry) {
        boolean inside = price >= carry.bid && price <= carry.ask;
        long reach = 3 * (carry.ask - carry.bid);
        boolean nearAsk = inside && 10 * (carry.ask - price) <= reach;
        boolean nearBid = inside && 10 * (price - carry.bid) <= reach;
        if (nearAsk == nearBid) { // neither, or both: a locked market
            return UNKNOWN;
        }
        return nearAsk ? BUY : SELL;
    }

    private static int depthSide(Carry carry) {
        boolean sized = carry.bidSize > 0 && carry.askSize > 0;
        return sized ? Long.compare(carry.askSize, carry.bidSize) : UNKNOWN;
    }

    private static int tradeSizeSide(long size, Carry carry) {
        if (size <= 0 || carry.bidSize == carry.askSize) {
            return UNKNOWN;
        }
        return size == carry.bidSize ? BUY : size == carry.askSize ? SELL : UNKNOWN;
    }
}
