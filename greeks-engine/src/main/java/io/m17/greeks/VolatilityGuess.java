package io.m17.greeks;

/// A first estimate of the total volatility behind a normalised Black value.
///
/// For options as they are listed (s below 0.5) it is good to 1e-5, at any distance of the strike; up to s = 2 to
/// a per cent or so, elsewhere to a fifth. Stateless, allocation-free.
final class VolatilityGuess {
    /// s = y(1 + y²/24 + 0.003646y⁴ + …) inverts y = √2π · erf(s/√8), the value at the money.
    private static final double SECOND_ORDER = 1 / 24.0;

    private static final double FOURTH_ORDER = 0.003646;

    private VolatilityGuess() {}

    /// For values below about half the maximum.
    ///
    /// With r = value/distance the Bachelier model has r = φ(η)/η − Φ(−η), η = distance/s. Its inverse is η =
    /// q√(R(q)/(1 + q)), q = ln(1 + 1/r), with a rational R that was fitted to an error of η below 5e-6 for r >
    /// 1e-10 and below 5e-5 down to r = 1e-308. The expansion for short times, s = |x|/η · (1 + s²/24 + …), leads
    /// to Black.
    static double fromValue(double x, double distance, double value) {
        double inverse = Math.min(distance / value, Double.MAX_VALUE);
        double q = StrictMath.log1p(inverse);
        double base = inverse < 1e-8 ? value : -x / q;
        double s = base * Math.sqrt((1 + q) * denominator(q) / numerator(q));
        double square = s * s;
        return s * (1 + square * (SECOND_ORDER + FOURTH_ORDER * square));
    }

    private static double numerator(double q) {
        double p = 5.83019342e-6;
        p = Math.fma(p, q, 6.67133401e-4);
        p = Math.fma(p, q, 7.41028285e-3);
        p = Math.fma(p, q, 4.9416669e-2);
        p = Math.fma(p, q, 2.01831823e-1);
        return Math.fma(p, q, 1.59153674e-1);
    }

    private static double denominator(double q) {
        double p = 2.92057287e-6;
        p = Math.fma(p, q, 3.63764856e-4);
        p = Math.fma(p, q, 6.01414628e-3);
        p = Math.fma(p, q, 5.00881574e-2);
        p = Math.fma(p, q, 2.68050125e-1);
        return Math.fma(p, q, 1);
    }

    /// For values above, from the distance to the maximum as a fraction of it.
    ///
    /// fraction = Φ(−d)(1 + w) with d = h + t, where w is the ratio of the two terms of the complement: 1 at the
    /// money, falling with |x|, and taken as e^x here.
    static double fromComplement(double x, double fraction) {
        double d = upperQuantile(fraction / (1 + StrictMath.exp(x)));
        return d + Math.sqrt(d * d - 2 * x);
    }

    /// −Φ⁻¹(p) for p ≤ 1/2, absolute error below 4.5e-4: C. Hastings, in Abramowitz and Stegun, *Handbook of
    /// Mathematical Functions* (1964), 26.2.23.
    private static double upperQuantile(double p) {
        double u = Math.sqrt(-2 * StrictMath.log(p));
        double numerator = Math.fma(Math.fma(0.010328, u, 0.802853), u, 2.515517);
        double denominator = Math.fma(Math.fma(Math.fma(0.001308, u, 0.189269), u, 1.432788), u, 1);
        return Math.max(0, u - numerator / denominator);
    }
}
