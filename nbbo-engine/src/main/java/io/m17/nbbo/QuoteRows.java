package io.m17.nbbo;

/// The columns of one instrument's NBBO changes that classification reads, by row. The arrays are the caller's, may be
/// longer than the rows in use, and are not copied.
public final class QuoteRows {
    final long[] sipNs;
    final long[] bid;
    final long[] ask;

    /// Takes SIP timestamps in nanoseconds, and bids and asks with six decimals (0: no quote on that side), a row each,
    /// in (SIP timestamp, sequence number) order.
    public QuoteRows(long[] sipNs, long[] bid, long[] ask) {
        this.sipNs = sipNs;
        this.bid = bid;
        this.ask = ask;
    }

    int capacity() {
        return Math.min(sipNs.length, Math.min(bid.length, ask.length));
    }
}
