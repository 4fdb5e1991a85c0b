package io.m17.greeks;

import io.m17.market.column.ColumnBatch;
import io.m17.market.column.LongVector;

/// The last quote of an underlying. Confined to one thread.
final class UnderlyingState {
    private final LongVector bids;
    private final LongVector asks;
    private long bid;
    private long ask;

    /// @param quotes in order of time
    UnderlyingState(ColumnBatch quotes) {
        this.bids = quotes.longs("bid_price");
        this.asks = quotes.longs("ask_price");
    }

    /// Takes rows `[from, to)`.
    void take(int from, int to) {
        if (from < to) {
            bid = bids.get(to - 1);
            ask = asks.get(to - 1);
        }
    }

    /// The middle of bid and ask, NaN when a side is missing or they are crossed.
    double price() {
        return bid > 0 && ask >= bid ? (bid + ask) / 2e6 : Double.NaN;
    }
}
