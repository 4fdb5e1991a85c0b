package io.m17.market.treasury;

import java.time.LocalDate;
import java.util.Arrays;

/// The par yields of one date in hundredths of a percent, one for each [Tenor] in its order, [#ABSENT] where none was
/// published. `publishedNs`, nanoseconds since the Unix epoch, is when the curve became known: before that, using it is
/// look-ahead.
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by its elements
public record ParYieldCurve(LocalDate date, int[] tenorBps, long publishedNs) {
    /// Stands for a tenor that the source lacks.
    public static final int ABSENT = Integer.MIN_VALUE;

    public ParYieldCurve {
        tenorBps = tenorBps.clone();
        if (tenorBps.length != Tenor.COUNT) {
            throw new IllegalArgumentException(
                    "a curve has 12 tenors [date=" + date + ", tenors=" + tenorBps.length + "]");
        }
        if (Arrays.stream(tenorBps).allMatch(bps -> bps == ABSENT)) {
            throw new IllegalArgumentException("a curve has at least one yield [date=" + date + "]");
        }
    }

    /// A copy of the yields.
    @Override
    public int[] tenorBps() {
        return tenorBps.clone();
    }

    /// The yield of a tenor in hundredths of a percent, or [#ABSENT].
    public int bps(Tenor tenor) {
        return tenorBps[tenor.index()];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParYieldCurve curve
                && date.equals(curve.date)
                && publishedNs == curve.publishedNs
                && Arrays.equals(tenorBps, curve.tenorBps);
    }

    @Override
    public int hashCode() {
        return 31 * date.hashCode() + Arrays.hashCode(tenorBps);
    }

    @Override
    public String toString() {
        return "ParYieldCurve[date=" + date + ", tenorBps=" + Arrays.toString(tenorBps) + ", publishedNs=" + publishedNs
                + "]";
    }
}
