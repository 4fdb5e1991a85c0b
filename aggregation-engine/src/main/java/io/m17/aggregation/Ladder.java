package io.m17.aggregation;

/// Makes a longer window's bars of a shorter one's, column by column, in loops plain enough for the compiler to
/// vectorise.
///
/// The bar at minute m of the longer window is made of the shorter window's bars at m, m + step, … (`parts` of them).
/// Bars behind the session's end are empty and change nothing.
final class Ladder {
    private Ladder() {}

    /// Fills minutes 0 to `minutes` - 1 of `longer`.
    static void climb(BarColumns shorter, BarColumns longer, int step, int parts, int minutes) {
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

    private static void first(long[] from, long[] to, int step, int parts, int minutes) {
        System.arraycopy(from, 0, to, 0, minutes);
        for (int offset = step; offset < parts * step; offset += step) {
            for (int minute = 0; minute < minutes; minute++) {
                to[minute] = to[minute] == BarColumns.NONE ? from[minute + offset] : to[minute];
            }
        }
    }

    private static void last(long[] from, long[] to, int step, int parts, int minutes) {
        System.arraycopy(from, 0, to, 0, minutes);
        for (int offset = step; offset < parts * step; offset += step) {
            for (int minute = 0; minute < minutes; minute++) {
                long later = from[minute + offset];
                to[minute] = later == BarColumns.NONE ? to[minute] : later;
            }
        }
    }

    /// [BarColumns#NONE] is below every price.
    private static void highest(long[] from, long[] to, int step, int parts, int minutes) {
        System.arraycopy(from, 0, to, 0, minutes);
        for (int offset = step; offset < parts * step; offset += step) {
            for (int minute = 0; minute < minutes; minute++) {
                to[minute] = Math.max(to[minute], from[minute + offset]);
            }
        }
    }

    /// One less than [BarColumns#NONE] wraps around to above every price.
    private static void lowest(long[] from, long[] to, int step, int parts, int minutes) {
        System.arraycopy(from, 0, to, 0, minutes);
        for (int offset = step; offset < parts * step; offset += step) {
            for (int minute = 0; minute < minutes; minute++) {
                to[minute] = Math.min(to[minute] - 1, from[minute + offset] - 1) + 1;
            }
        }
    }

    private static void sum(long[] from, long[] to, int step, int parts, int minutes) {
        System.arraycopy(from, 0, to, 0, minutes);
        for (int offset = step; offset < parts * step; offset += step) {
            for (int minute = 0; minute < minutes; minute++) {
                to[minute] += from[minute + offset];
            }
        }
    }

    private static void sum(double[] from, double[] to, int step, int parts, int minutes) {
        System.arraycopy(from, 0, to, 0, minutes);
        for (int offset = step; offset < parts * step; offset += step) {
            for (int minute = 0; minute < minutes; minute++) {
                to[minute] += from[minute + offset];
            }
        }
    }

    private static void sumWide(BarColumns shorter, BarColumns longer, int step, int parts, int minutes) {
        long[] fromHigh = shorter.notionalHigh;
        long[] fromLow = shorter.notionalLow;
        long[] toHigh = longer.notionalHigh;
        long[] toLow = longer.notionalLow;
        System.arraycopy(fromHigh, 0, toHigh, 0, minutes);
        System.arraycopy(fromLow, 0, toLow, 0, minutes);
        for (int offset = step; offset < parts * step; offset += step) {
            for (int minute = 0; minute < minutes; minute++) {
                long a = toLow[minute];
                long b = fromLow[minute + offset];
                long low = a + b;
                long carry = ((a & b) | ((a | b) & ~low)) >>> 63;
                toLow[minute] = low;
                toHigh[minute] += fromHigh[minute + offset] + carry;
            }
        }
    }
}
