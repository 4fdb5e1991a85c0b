package io.m17.nbbo;

/// What one range of rows hands to the next: the prevailing NBBO, and the two prices that the tick rule compares with.
/// Prices and sizes have six decimals; 0 means none. Confined to one thread at a time.
public final class Carry {
    /// The time of a quote that has not come.
    public static final long NO_QUOTE = Long.MIN_VALUE;

    long quoteNs = NO_QUOTE;
    long bid;
    long ask;
    long bidSize;
    long askSize;
    long lastPrice;
    long differentPrice;

    /// The SIP time of the last quote, or [#NO_QUOTE].
    public long quoteNs() {
        return quoteNs;
    }

    /// The bid of the last quote; 0 when it had none or no quote came yet.
    public long bid() {
        return bid;
    }

    /// The ask of the last quote; 0 when it had none or no quote came yet.
    public long ask() {
        return ask;
    }

    /// The size of the last quote's bid; 0 when it had none, or no method asked.
    public long bidSize() {
        return bidSize;
    }

    /// The size of the last quote's ask; 0 when it had none, or no method asked.
    public long askSize() {
        return askSize;
    }

    /// The price of the last trade that counted.
    public long lastPrice() {
        return lastPrice;
    }

    /// The last price before it that was another.
    public long differentPrice() {
        return differentPrice;
    }

    /// Makes this the start of an instrument's session: no quote, no trade.
    public void clear() {
        setQuote(NO_QUOTE, 0, 0);
        setTicks(0, 0);
    }

    /// Sets the prevailing NBBO, without sizes; a price outside 1 … [TradeClassifier#MAX_PRICE] is none.
    public void setQuote(long sipNs, long newBid, long newAsk) {
        quoteNs = sipNs;
        bid = TradeClassifier.isPrice(newBid) ? newBid : 0;
        ask = TradeClassifier.isPrice(newAsk) ? newAsk : 0;
        setSizes(0, 0);
    }

    /// Sets the sizes of the prevailing NBBO; one below 0 is none.
    public void setSizes(long newBidSize, long newAskSize) {
        bidSize = Math.max(0, newBidSize);
        askSize = Math.max(0, newAskSize);
    }

    /// Sets what the tick rule remembers.
    public void setTicks(long newLastPrice, long newDifferentPrice) {
        lastPrice = newLastPrice;
        differentPrice = newDifferentPrice;
    }

    void trade(long price) {
        if (price != lastPrice) {
            differentPrice = lastPrice;
            lastPrice = price;
        }
    }

    /// Whether bid and ask have a midpoint: both there, not crossed.
    boolean hasMidpoint() {
        return bid != 0 && ask != 0 && bid <= ask;
    }

    /// The price that a trade at `price` moved away from; 0 when there is none.
    long tickReference(long price) {
        return price == lastPrice ? differentPrice : lastPrice;
    }
}
