package io.m17.market.quote;

import io.m17.market.column.StateDigest;

/// The last quote of a ticker, carried from minute to minute. Prices and sizes are decimals of scale 6, 0 where a side
/// has no quote; the time is nanoseconds since the Unix epoch. Allocates nothing. Confined to one thread at a time.
public final class PrevailingQuote {
    private long sipTimestampNs;
    private long bidPrice;
    private long bidSize;
    private long askPrice;
    private long askSize;

    /// Replaces the quote.
    public void accept(long sipTimestampNs, long bidPrice, long bidSize, long askPrice, long askSize) {
        this.sipTimestampNs = sipTimestampNs;
        this.bidPrice = bidPrice;
        this.bidSize = bidSize;
        this.askPrice = askPrice;
        this.askSize = askSize;
    }

    /// Replaces the quote by a row.
    public void accept(QuoteColumns quotes, int row) {
        accept(
                quotes.sipTimestamp.get(row),
                quotes.bidPrice.get(row),
                quotes.bidSize.get(row),
                quotes.askPrice.get(row),
                quotes.askSize.get(row));
    }

    /// Whether there was a quote at all.
    public boolean isPresent() {
        return sipTimestampNs != 0;
    }

    /// Whether both sides have a price.
    public boolean isTwoSided() {
        return bidPrice > 0 && askPrice > 0;
    }

    /// Whether the bid is above the ask, both present.
    public boolean isCrossed() {
        return isTwoSided() && bidPrice > askPrice;
    }

    public long sipTimestampNs() {
        return sipTimestampNs;
    }

    public long bidPrice() {
        return bidPrice;
    }

    public long bidSize() {
        return bidSize;
    }

    public long askPrice() {
        return askPrice;
    }

    public long askSize() {
        return askSize;
    }

    /// A 64-bit digest of time, prices and sizes (see [StateDigest]): equal quotes have equal digests.
    public long digest() {
        long digest = StateDigest.extend(StateDigest.EMPTY, sipTimestampNs);
        digest = StateDigest.extend(digest, bidPrice);
        digest = StateDigest.extend(digest, bidSize);
        digest = StateDigest.extend(digest, askPrice);
        return StateDigest.extend(digest, askSize);
    }

    /// Forgets the quote.
    public void clear() {
        accept(0, 0, 0, 0, 0);
    }
}
