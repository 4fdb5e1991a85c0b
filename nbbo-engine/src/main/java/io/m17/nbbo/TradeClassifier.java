package io.m17.nbbo;

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

    private final Method method;
    private final CrossedPolicy crossedPolicy;

    private TradeClassifier(Method method, CrossedPolicy crossedPolicy) {
        this.method = method;
        this.crossedPolicy = crossedPolicy;
    }

    /// A classifier to which a crossed NBBO is unknown.
    public static TradeClassifier of(Method method) {
        return of(method, CrossedPolicy.UNKNOWN);
    }

    public static TradeClassifier of(Method method, CrossedPolicy crossedPolicy) {
        return new TradeClassifier(method, crossedPolicy);
    }

    /// Classifies the trades of rows `from` to `to` - 1 against the quotes of rows `quoteFrom` to `quoteTo` - 1,
    /// starting from `carry`, and writes rows `from` to `to` - 1 of `out`.
    ///
    /// `carry` is left as it stands after the last trade and the last quote, also of those quotes that no trade
    /// followed. So consecutive ranges of trades and of quotes are to be cut at the same instants.
    ///
    /// Throws `IllegalArgumentException` for rows out of SIP order and `IndexOutOfBoundsException` for ranges that an
    /// array does not hold; nothing is written then.
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
        checkOrder("trades", trades.sipNs, from, to);
        checkOrder("quotes", quotes.sipNs, quoteFrom, quoteTo);
        int quote = quoteFrom;
        for (int row = from; row < to; row++) {
            quote = takeQuotes(quotes, quote, quoteTo, trades.sipNs[row], carry);
            classifyRow(trades.price[row], trades.flags[row], row, carry, out);
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

    /// Moves `carry` to the last quote before `beforeNs`; returns the row of the first that is not.
    private static int takeQuotes(QuoteRows quotes, int quote, int quoteTo, long beforeNs, Carry carry) {
        int next = quote;
        while (next < quoteTo && quotes.sipNs[next] < beforeNs) {
            next++;
        }
        if (next > quote) {
            carry.quote(quotes.bid[next - 1], quotes.ask[next - 1]);
        }
        return next;
    }

    private void classifyRow(long price, byte flags, int row, Carry carry, AggressorRows out) {
        long bid = carry.bid;
        long ask = carry.ask;
        Verdict reject = reject(price, flags);
        if (reject != null) {
            out.set(row, reject, bid, ask, AggressorRows.NONE);
            return;
        }
        Verdict verdict = method == Method.TICK ? tick(price, carry) : decide(price, bid, ask, carry);
        boolean hasMidpoint = bid != 0 && ask != 0 && bid <= ask;
        long spread = hasMidpoint ? Math.abs(2 * price - bid - ask) : AggressorRows.NONE;
        out.set(row, verdict, bid, ask, spread);
        carry.trade(price);
    }

    /// Why a trade is not looked at, or null for a trade that is.
    private static @Nullable Verdict reject(long price, byte flags) {
        if ((flags & TradeRows.ELIGIBLE) == 0) {
            return Verdict.NOT_ELIGIBLE;
        }
        if ((flags & TradeRows.LATE) != 0) {
            return Verdict.LATE;
        }
        return isPrice(price) ? null : Verdict.NO_PRICE;
    }

    private Verdict decide(long price, long bid, long ask, Carry carry) {
        if (bid == 0 || ask == 0) {
            return bid == ask ? Verdict.NO_NBBO : Verdict.ONE_SIDED;
        }
        if (bid > ask) {
            return crossed(price, bid, ask, carry);
        }
        return switch (method) {
            case QUOTE -> quote(price, bid, ask);
            case TICK -> tick(price, carry);
            case LEE_READY -> leeReady(price, bid, ask, carry);
            case EMO -> price == bid || price == ask ? leeReady(price, bid, ask, carry) : tick(price, carry);
            case CLNV -> clnv(price, bid, ask, carry);
        };
    }

    private Verdict crossed(long price, long bid, long ask, Carry carry) {
        boolean quoteRuleOnly = method == Method.QUOTE || (method == Method.EMO && (price == bid || price == ask));
        return crossedPolicy == CrossedPolicy.UNKNOWN || quoteRuleOnly ? Verdict.CROSSED : tick(price, carry);
    }

    private static Verdict quote(long price, long bid, long ask) {
        long twiceFromMidpoint = 2 * price - bid - ask;
        if (twiceFromMidpoint == 0) {
            return Verdict.MIDPOINT;
        }
        return twiceFromMidpoint > 0 ? Verdict.BUY_BY_QUOTE : Verdict.SELL_BY_QUOTE;
    }

    private static Verdict tick(long price, Carry carry) {
        long reference = carry.tickReference(price);
        if (reference == 0) {
            return Verdict.NO_TICK;
        }
        return price > reference ? Verdict.BUY_BY_TICK : Verdict.SELL_BY_TICK;
    }

    private static Verdict leeReady(long price, long bid, long ask, Carry carry) {
        Verdict verdict = quote(price, bid, ask);
        return verdict == Verdict.MIDPOINT ? tick(price, carry) : verdict;
    }

    private static Verdict clnv(long price, long bid, long ask, Carry carry) {
        boolean inside = price >= bid && price <= ask;
        long reach = 3 * (ask - bid);
        boolean nearAsk = inside && 10 * (ask - price) <= reach;
        boolean nearBid = inside && 10 * (price - bid) <= reach;
        if (nearAsk == nearBid) { // neither, or both: a locked market
            return tick(price, carry);
        }
        return nearAsk ? Verdict.BUY_BY_QUOTE : Verdict.SELL_BY_QUOTE;
    }
}
