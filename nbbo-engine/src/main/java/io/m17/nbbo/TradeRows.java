package io.m17.nbbo;

/// The columns of one instrument's trades that classification reads, by row. The arrays are the caller's, may be longer
/// than the rows in use, and are not copied.
public final class TradeRows {
    /// Flag: the trade stands (its correction is 0 or 1).
    public static final byte ELIGIBLE = 1;

    /// Flag: the trade was reported late.
    public static final byte LATE = 2;

    final long[] sipNs;
    final long[] price;
    final byte[] flags;

    /// Takes SIP timestamps in nanoseconds, prices with six decimals, and flags ([#ELIGIBLE], [#LATE]), a row each, in
    /// (SIP timestamp, sequence number) order.
    public TradeRows(long[] sipNs, long[] price, byte[] flags) {
        this.sipNs = sipNs;
        this.price = price;
        this.flags = flags;
    }

    int capacity() {
        return Math.min(sipNs.length, Math.min(price.length, flags.length));
    }
}
