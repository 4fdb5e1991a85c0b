package io.m17.market.treasury;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// The par yields of one date in hundredths of a percent, one for each [Tenor] in its order, [#ABSENT] where none was
/// published. `publishedNs`, nanoseconds since the Unix epoch, is when the curve became known: before that, using it is
/// look-ahead.
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by its elements
public record ParYieldCurve(LocalDate date, int[] tenorBps, long publishedNs) {
    /// Stands for a tenor that the source lacks.
    public static final int ABSENT = Integer.MIN_VALUE;

    /// When a date's curve is usually published, New York time.
    public static final LocalTime USUAL_PUBLICATION = LocalTime.of(15, 30);

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

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

    /// The curve of a date that was published at a time, New York, of that date. A year before 1900 or after 2200 is an
    /// [IllegalArgumentException].
    public static ParYieldCurve publishedAt(LocalDate date, int[] tenorBps, LocalTime time) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("a curve is of the years 1900 to 2200 [date=" + date + "]");
        }
        long epochSecond = date.atTime(time).atZone(NEW_YORK).toEpochSecond();
        return new ParYieldCurve(date, tenorBps, TimeUnit.SECONDS.toNanos(epochSecond));
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
