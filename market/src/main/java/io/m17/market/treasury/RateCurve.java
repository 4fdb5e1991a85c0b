package io.m17.market.treasury;

import java.util.Arrays;

/// The continuously compounded rate for any time, from par yields.
///
/// A par yield *y* in percent is bond-equivalent, compounded twice a year; its continuous rate is `2·ln(1 +
/// y/200)`. Between two tenors that are present the continuous rate is linear in time, before the first and behind
/// the last it is flat. Par yields are taken as zero rates: no bootstrap, which for the short maturities that
/// options have (bills up to a year) changes nothing. Allocates nothing a call.
public final class RateCurve {
    private final double[] years;
    private final double[] rates;

    private RateCurve(double[] years, double[] rates) {
        this.years = years;
        this.rates = rates;
    }

    public static RateCurve of(ParYieldCurve curve) {
        return of(curve.tenorBps());
    }

    /// A curve from the yields of the twelve tenors in hundredths of a percent, [ParYieldCurve#ABSENT] where there is
    /// none. At least one must be present.
    public static RateCurve of(int[] tenorBps) {
        if (tenorBps.length != Tenor.COUNT) {
            throw new IllegalArgumentException("a curve has 12 tenors [tenors=" + tenorBps.length + "]");
        }
        double[] years = new double[Tenor.COUNT];
        double[] rates = new double[Tenor.COUNT];
        int count = 0;
        for (Tenor tenor : Tenor.values()) {
            int bps = tenorBps[tenor.index()];
            if (bps != ParYieldCurve.ABSENT) {
                years[count] = tenor.years();
                rates[count++] = continuous(bps);
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException("a curve has at least one yield [tenors=0]");
        }
        return new RateCurve(Arrays.copyOf(years, count), Arrays.copyOf(rates, count));
    }

    /// The continuous rate of a bond-equivalent yield in hundredths of a percent.
    public static double continuous(int bps) {
        return 2 * Math.log1p(bps / 20_000.0);
    }

    /// The continuous rate, as a fraction a year, for a time from now in years; a time below zero or NaN is an
    /// [IllegalArgumentException].
    public double rate(double yearsAhead) {
        if (!(yearsAhead >= 0)) {
            throw new IllegalArgumentException("a time to expiry is not negative [years=" + yearsAhead + "]");
        }
        int last = years.length - 1;
        if (yearsAhead <= years[0]) {
            return rates[0];
        }
        if (yearsAhead >= years[last]) {
            return rates[last];
        }
        int right = 1;
        while (years[right] < yearsAhead) {
            right++;
        }
        double weight = (yearsAhead - years[right - 1]) / (years[right] - years[right - 1]);
        return rates[right - 1] + weight * (rates[right] - rates[right - 1]);
    }
}
