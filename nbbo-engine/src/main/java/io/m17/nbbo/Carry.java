package io.m17.nbbo;

/// What one range of rows hands to the next: the prevailing NBBO, and the two prices that the tick rule compares with.
/// Prices have six decimals; 0 means none. Confined to one thread at a time.
public final class Carry {
    long bid;
    long ask;
    long lastPrice;
    long differentPrice;

    /// The bid of the last quote; 0 when it had none or no quote came yet.
    public long bid() {
        return bid;
    }

    /// The ask of the last quote; 0 when it had none or no quote came yet.
    public long ask() {
        return ask;
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
        set(0, 0, 0, 0);
    }

    public void set(long bid, long ask, long lastPrice, long differentPrice) {
        this.bid = bid;
        this.ask = ask;
        this.lastPrice = lastPrice;
        this.differentPrice = differentPrice;
    }

    public void copyFrom(Carry other) {
        set(other.bid, other.ask, other.lastPrice, other.differentPrice);
    }

    void quote(long newBid, long newAsk) {
        bid = TradeClassifier.isPrice(newBid) ? newBid : 0;
        ask = TradeClassifier.isPrice(newAsk) ? newAsk : 0;
    }

    void trade(long price) {
        if (price != lastPrice) {
            differentPrice = lastPrice;
            lastPrice = price;
        }
    }

    /// The price that a trade at `price` moved away from; 0 when there is none.
    long tickReference(long price) {
        return price == lastPrice ? differentPrice : lastPrice;
    }
}
