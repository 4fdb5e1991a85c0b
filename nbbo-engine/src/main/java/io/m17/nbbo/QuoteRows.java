package io.m17.nbbo;

/// The columns of one instrument's NBBO changes that classification reads, by row. The arrays are the caller's, may be
/// longer than the rows in use, and are not copied.
public final class QuoteRows {
    private static final long[] NO_SIZES = {};

    final long[] sipNs;
    final long[] bid;
    final long[] ask;
    final long[] bidSize;
    final long[] askSize;
    private final boolean sized;

    /// Takes SIP timestamps in nanoseconds, and bids and asks with six decimals (0: no quote on that side), a row each,
    /// in (SIP timestamp, sequence number) order. For methods that read no sizes.
    public QuoteRows(long[] sipNs, long[] bid, long[] ask) {
        this(sipNs, bid, ask, NO_SIZES, NO_SIZES, false);
    }

    /// The same with sizes in the unit of the trades' sizes, six decimals; 0 or less: no size.
    public QuoteRows(long[] sipNs, long[] bid, long[] ask, long[] bidSize, long[] askSize) {
        this(sipNs, bid, ask, bidSize, askSize, true);
    }

    private QuoteRows(long[] sipNs, long[] bid, long[] ask, long[] bidSize, long[] askSize, boolean sized) {
        this.sipNs = sipNs;
        this.bid = bid;
        this.ask = ask;
        this.bidSize = bidSize;
        this.askSize = askSize;
        this.sized = sized;
    }

    boolean sized() {
        return sized;
    }

    int capacity() {
        int capacity = Math.min(sipNs.length, Math.min(bid.length, ask.length));
        return sized ? Math.min(capacity, Math.min(bidSize.length, askSize.length)) : capacity;
    }
}
