package io.m17.aggregation;

/// Makes a longer window's bars of a shorter one's, column by column.
///
/// The bar at minute m of the longer window is made of the shorter window's bars at m, m + step, … (`parts` of them).
/// Bars behind the session's end are empty and change nothing.
///
/// The bars of a later minute are moved under the earlier ones first: loops that read every array at the index that
/// they write take about half the time, moving included. Confined to one thread at a time; allocates nothing.
final class Ladder {
    /// The shorter window's column from a later minute on, and the upper words of a wide one.
    private final long[] later = new long[BarColumns.MAX_MINUTES];

    private final long[] laterHigh = new long[BarColumns.MAX_MINUTES];
    private final double[] laterFlow = new double[BarColumns.MAX_MINUTES];

    /// Fills minutes 0 to `minutes` - 1 of `longer`.
    void climb(BarColumns shorter, BarColumns longer, int step, int parts, int minutes) {
        first(shorter.open, longer.open, step, parts, minutes);
        highest(shorter.high, longer.high, step, parts, minutes);
        lowest(shorter.low, longer.low, step, parts, minutes);
        last(shorter.close, longer.close, step, parts, minutes);
        sum(shorter.tradeCount, longer.tradeCount, step, parts, minutes);
        sum(shorter.excludedCount, longer.excludedCount, step, parts, minutes);
        sum(shorter.buyVolume, longer.buyVolume, step, parts, minutes);
        sum(shorter.sellVolume, longer.sellVolume, step, parts, minutes);
        sum(shorter.unknownVolume, longer.unknownVolume, step, parts, minutes);
        sumWide(shorter, longer, step, parts, minutes);
        if (shorter.isChain()) {
            sum(shorter.callVolume, longer.callVolume, step, parts, minutes);
            sum(shorter.putVolume, longer.putVolume, step, parts, minutes);
            sum(shorter.netDeltaFlow, longer.netDeltaFlow, step, parts, minutes);
        }
    }

    private void first(long[] from, long[] to, int step, int parts, int minutes) {
        System.arraycopy(from, 0, to, 0, minutes);
        for (int offset = step; offset < parts * step; offset += step) {
            System.arraycopy(from, offset, later, 0, minutes);
            for (int minute = 0; minute < minutes; minute++) {
                to[minute] = orElse(to[minute], later[minute]);
            }
        }
    }

    private void last(long[] from, long[] to, int step, int parts, int minutes) {
        System.arraycopy(from, 0, to, 0, minutes);
        for (int offset = step; offset < parts * step; offset += step) {
            System.arraycopy(from, offset, later, 0, minutes);
            for (int minute = 0; minute < minutes; minute++) {
                to[minute] = orElse(later[minute], to[minute]);
            }
        }
    }

    /// The price, or the other one where it is [BarColumns#NONE], the only one below zero.
    private static long orElse(long price, long other) {
        long none = -(price >>> 63);
        return (price & ~none) | (other & none);
    }

    /// [BarColumns#NONE] is below every price.
    private void highest(long[] from, long[] to, int step, int parts, int minutes) {
        System.arraycopy(from, 0, to, 0, minutes);
        for (int offset = step; offset < parts * step; offset += step) {
            System.arraycopy(from, offset, later, 0, minutes);
            for (int minute = 0; minute < minutes; minute++) {
                to[minute] = Math.max(to[minute], later[minute]);
            }
        }
    }

    /// One less than [BarColumns#NONE] wraps around to above every price.
    private void lowest(long[] from, long[] to, int step, int parts, int minutes) {
        System.arraycopy(from, 0, to, 0, minutes);
        for (int offset = step; offset < parts * step; offset += step) {
            System.arraycopy(from, offset, later, 0, minutes);
            for (int minute = 0; minute < minutes; minute++) {
                to[minute] = Math.min(to[minute] - 1, later[minute] - 1) + 1;
            }
        }
    }

    private void sum(long[] from, long[] to, int step, int parts, int minutes) {
        System.arraycopy(from, 0, to, 0, minutes);
        for (int offset = step; offset < parts * step; offset += step) {
            System.arraycopy(from, offset, later, 0, minutes);
            for (int minute = 0; minute < minutes; minute++) {
                to[minute] += later[minute];
            }
        }
    }

    private void sum(double[] from, double[] to, int step, int parts, int minutes) {
        System.arraycopy(from, 0, to, 0, minutes);
        for (int offset = step; offset < parts * step; offset += step) {
            System.arraycopy(from, offset, laterFlow, 0, minutes);
            for (int minute = 0; minute < minutes; minute++) {
                to[minute] += laterFlow[minute];
            }
        }
    }

    private void sumWide(BarColumns shorter, BarColumns longer, int step, int parts, int minutes) {
        long[] toHigh = longer.notionalHigh;
        long[] toLow = longer.notionalLow;
        System.arraycopy(shorter.notionalHigh, 0, toHigh, 0, minutes);
        System.arraycopy(shorter.notionalLow, 0, toLow, 0, minutes);
        for (int offset = step; offset < parts * step; offset += step) {
            System.arraycopy(shorter.notionalHigh, offset, laterHigh, 0, minutes);
            System.arraycopy(shorter.notionalLow, offset, later, 0, minutes);
            for (int minute = 0; minute < minutes; minute++) {
                long a = toLow[minute];
                long b = later[minute];
                long low = a + b;
                long carry = ((a & b) | ((a | b) & ~low)) >>> 63;
                toLow[minute] = low;
                toHigh[minute] += laterHigh[minute] + carry;
            }
        }
    }
}
