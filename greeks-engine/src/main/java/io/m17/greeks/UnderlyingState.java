package io.m17.greeks;

import io.m17.market.column.ColumnBatch;

/// The last quote of an underlying. Confined to one thread.
final class UnderlyingState {
    private long bid;
    private long ask;

    /// Takes rows `[from, to)`, in order of time.
    void take(ColumnBatch quotes, int from, int to) {
        if (from < to) {
            bid = quotes.longs("bid_price").get(to - 1);
            ask = quotes.longs("ask_price").get(to - 1);
        }
    }

    /// The middle of bid and ask, NaN when a side is missing or they are crossed.
    double price() {
        return bid > 0 && ask >= bid ? (bid + ask) / 2e6 : Double.NaN;
    }
}
