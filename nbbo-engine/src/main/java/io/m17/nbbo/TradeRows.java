package io.m17.nbbo;

/// The columns of one instrument's trades that classification reads, by row. The arrays are the caller's, may be longer
/// than the rows in use, and are not copied.
public final class TradeRows {
    /// Flag: the trade stands (its correction is 0 or 1) and its values are within bounds.
    public static final byte ELIGIBLE = 1;

    /// Flag: the trade was reported late.
    public static final byte LATE = 2;

    private static final long[] NO_SIZES = {};

    final long[] sipNs;
    final long[] price;
    final long[] size;
    final byte[] flags;
    private final boolean sized;

    /// Takes SIP timestamps in nanoseconds, prices with six decimals, and flags ([#ELIGIBLE], [#LATE]), a row each, in
    /// (SIP timestamp, sequence number) order. For methods that read no sizes.
    public TradeRows(long[] sipNs, long[] price, byte[] flags) {
        this(sipNs, price, NO_SIZES, flags, false);
    }

    /// The same with sizes, six decimals, shares or contracts; 0 or less: no size.
    public TradeRows(long[] sipNs, long[] price, long[] size, byte[] flags) {
        this(sipNs, price, size, flags, true);
    }

    private TradeRows(long[] sipNs, long[] price, long[] size, byte[] flags, boolean sized) {
        this.sipNs = sipNs;
        this.price = price;
        this.size = size;
        this.flags = flags;
        this.sized = sized;
    }

    boolean sized() {
        return sized;
    }

    int capacity() {
        int capacity = Math.min(sipNs.length, Math.min(price.length, flags.length));
        return sized ? Math.min(capacity, size.length) : capacity;
    }
}
