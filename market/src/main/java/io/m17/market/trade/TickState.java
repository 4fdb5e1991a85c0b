package io.m17.market.trade;

import io.m17.market.column.StateDigest;

/// What the tick test knows of the eligible trades before the current one: the last price and the last price that
/// differed from it. Prices are positive decimals of scale 6. Allocates nothing. Confined to one thread at a time.
public final class TickState {
    private static final long NONE = 0;

    private long lastPrice = NONE;
    private long lastDifferentPrice = NONE;

    /// Takes note of a trade.
    public void accept(long price) {
        if (price <= 0) {
            throw new IllegalArgumentException("a traded price is positive [price=" + price + "]");
        }
        if (price != lastPrice) {
            lastDifferentPrice = lastPrice;
            lastPrice = price;
        }
    }

    /// The tick test on a price, before [#accept(long)]: 1 above the last price that differs from it, -1 below, 0 when
    /// there is none.
    public int direction(long price) {
        long reference = price == lastPrice ? lastDifferentPrice : lastPrice;
        return reference == NONE ? 0 : Long.compare(price, reference);
    }

    /// The price of the last trade, or 0 before the first.
    public long lastPrice() {
        return lastPrice;
    }

    /// A 64-bit digest (see [StateDigest]): equal states have equal digests, whatever trades led to them.
    public long digest() {
        return StateDigest.extend(StateDigest.extend(StateDigest.EMPTY, lastPrice), lastDifferentPrice);
    }

    /// Forgets all trades.
    public void clear() {
        lastPrice = NONE;
        lastDifferentPrice = NONE;
    }
}
