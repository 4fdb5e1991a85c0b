package io.m17.market.quote;

/// The national best bid and offer of one instrument from the quotes of its exchanges, for feeds that give only those.
///
/// The best bid is the highest, the best ask the lowest price that an exchange shows. Where several show it, the one
/// with the largest size counts, of equal sizes the one whose price or size on that side has stood longest, and of
/// these the one that came first: price, size, time, as the securities information processors are said to rank them.
/// The size is that exchange's own and not the sum over exchanges. What of this was checked: `docs/engines/quote.md`.
///
/// A side without a price or without a size in the sane range 1 … [#MAX] is withdrawn: it is not ranked, and the
/// exchange's next quote on that side stands as new. A national quote that is locked or crossed is what the exchanges
/// show: it is kept and flagged ([#isLocked], [#isCrossed]).
///
/// Exchanges are known by the codes 0 to [#EXCHANGES] − 1, whatever they are called. A quote of another code, and one
/// earlier than the last, changes nothing and is counted, because a consolidated quote is worth no more than the order
/// it was made in.
///
/// A quote costs a comparison, and one pass over the exchanges only where the best itself gets worse. Allocates nothing
/// after construction. Confined to one thread at a time.
public final class NbboConsolidator {
    /// How many exchange codes there can be.
    public static final int EXCHANGES = 64;

    /// The highest price and size, six decimals; what is above is absurd.
    public static final long MAX = 100_000_000_000_000_000L;

    private final ConsolidatedSide bids = new ConsolidatedSide(1);
    private final ConsolidatedSide asks = new ConsolidatedSide(-1);
    private long sipTimestampNs = Long.MIN_VALUE;
    private long accepted;
    private long outOfOrder;
    private long unknownExchange;

    /// What became of a quote.
    public enum Outcome {
        /// The national best is another: a price, a size or an exchange.
        CHANGED,
        /// The national best is as it was.
        UNCHANGED,
        /// Earlier than the last one; ignored.
        OUT_OF_ORDER,
        /// From an exchange beyond the table; ignored.
        UNKNOWN_EXCHANGE
    }

    /// Takes an exchange's quote, which replaces its last one on both sides.
    ///
    /// @param sipNs nanoseconds since the Unix epoch
    public Outcome accept(int exchange, long sipNs, long bidPrice, long bidSize, long askPrice, long askSize) {
        if (exchange < 0 || exchange >= EXCHANGES) {
            unknownExchange++;
            return Outcome.UNKNOWN_EXCHANGE;
        }
        if (sipNs < sipTimestampNs) {
            outOfOrder++;
            return Outcome.OUT_OF_ORDER;
        }
        sipTimestampNs = sipNs;
        accepted++;
        boolean bidChanged = bids.accept(exchange, bidPrice, bidSize, accepted);
        boolean askChanged = asks.accept(exchange, askPrice, askSize, accepted);
        return bidChanged || askChanged ? Outcome.CHANGED : Outcome.UNCHANGED;
    }

    /// The SIP time of the last quote taken; `Long.MIN_VALUE` before the first.
    public long sipTimestampNs() {
        return sipTimestampNs;
    }

    /// The best bid, or 0.
    public long bidPrice() {
        return bids.bestPrice();
    }

    public long bidSize() {
        return bids.bestSize();
    }

    /// The exchange of the best bid, or -1.
    public int bidExchange() {
        return bids.bestExchange();
    }

    /// The best ask, or 0.
    public long askPrice() {
        return asks.bestPrice();
    }

    public long askSize() {
        return asks.bestSize();
    }

    /// The exchange of the best ask, or -1.
    public int askExchange() {
        return asks.bestExchange();
    }

    /// Whether both sides stand at one price.
    public boolean isLocked() {
        return bidExchange() >= 0 && bidPrice() == askPrice();
    }

    /// Whether the bid is above the ask, both present.
    public boolean isCrossed() {
        return askExchange() >= 0 && bidPrice() > askPrice();
    }

    /// Quotes that were ignored because an earlier one had a later time.
    public long outOfOrder() {
        return outOfOrder;
    }

    /// Quotes that were ignored because of their exchange.
    public long unknownExchange() {
        return unknownExchange;
    }

    /// Forgets all quotes and counts, for another instrument.
    public void clear() {
        bids.clear();
        asks.clear();
        sipTimestampNs = Long.MIN_VALUE;
        accepted = 0;
        outOfOrder = 0;
        unknownExchange = 0;
    }
}
