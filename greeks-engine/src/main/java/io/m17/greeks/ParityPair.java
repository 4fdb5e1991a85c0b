package io.m17.greeks;

/// The two-sided quotes of a call and a put of one strike and expiry, in the unit of the strike.
record ParityPair(double strike, double callBid, double callAsk, double putBid, double putAsk) {
    /// Whether all four sides are there and neither quote is crossed.
    boolean usable() {
        return callBid > 0 && callAsk >= callBid && putBid > 0 && putAsk >= putBid;
    }

    double call() {
        return 0.5 * (callBid + callAsk);
    }

    double put() {
        return 0.5 * (putBid + putAsk);
    }

    /// How far the difference of the two prices may be off.
    double spread() {
        return callAsk - callBid + putAsk - putBid;
    }
}
