package io.m17.simulator;

import java.util.Arrays;

/// An underlying's midpoint over the day, from its usable quotes: what its options are priced from. Immutable.
final class SpotPath {
    private final long[] timesNs;
    private final double[] mids;
    private final double fallback;

    private SpotPath(long[] timesNs, double[] mids, double fallback) {
        this.timesNs = timesNs;
        this.mids = mids;
        this.fallback = fallback;
    }

    /// The path of the quotes on the tape; `fallback` stands before the first usable one.
    static SpotPath of(QuoteTape quotes, double fallback) {
        long[] times = new long[quotes.size()];
        double[] mids = new double[quotes.size()];
        int count = 0;
        for (int i = 0; i < quotes.size(); i++) {
            if (quotes.usable(i)) {
                times[count] = quotes.sipNs(i);
                mids[count++] = quotes.midDollars(i);
            }
        }
        return new SpotPath(Arrays.copyOf(times, count), Arrays.copyOf(mids, count), fallback);
    }

    /// The midpoint prevailing just before a moment.
    double before(long eventNs) {
        int low = 0;
        int high = timesNs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timesNs[middle] < eventNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? fallback : mids[low - 1];
    }
}
