package io.m17.greeks;

/// A first estimate of the total volatility behind a normalised Black value, good to a few per cent or better.
///
/// Stateless, allocation-free.
final class VolatilityGuess {
    private static final double SQRT_TWO_PI = 2.50662827463100050242;

    private VolatilityGuess() {}

    /// For values below half the maximum.
    ///
    /// With r = b/(2 sinh(|x|/2)), the value per distance of strike and forward, the Bachelier model has
    /// r = φ(η)/η − Φ(−η). Its inverse is η = q√(R(q)/(1 + q)), q = ln(1 + 1/r), with a rational R that was fitted to
    /// an
    /// error of η below 5e-6 for r > 1e-10 and below 5e-5 down to r = 1e-308. From there to Black's model leads the
    /// expansion for short times: s = |x|/η · (1 + s²/24 + …).
    static double fromValue(double x, double distance, double value) {
        double inverse = distance / value;
        double q = StrictMath.log1p(inverse);
        double base = inverse < 1e-8 ? value : -x / q;
        double s = base * Math.sqrt((1 + q) * denominator(q) / numerator(q));
        return s * (1 + s * s * (1 / 24.0 + 0.003646 * s * s));
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

    /// For values from half the maximum on, from the distance to it as a fraction of it:
    /// fraction = Φ(−d)(1 + w), where d = h + t, and w, the ratio of the two terms of the complement, is 1 at the money
    /// and falls with |x|.
    static double fromComplement(double x, double fraction) {
        double d = upperQuantile(fraction / (1 + StrictMath.exp(x)));
        return d + Math.sqrt(d * d - 2 * x);
    }

    /// −Φ⁻¹(p) for p ≤ 1/2, absolute error below 4.5e-4: C. Hastings, in Abramowitz and Stegun, *Handbook of
    /// Mathematical
    /// Functions* (1964), 26.2.23.
    private static double upperQuantile(double p) {
        double u = Math.sqrt(-2 * StrictMath.log(p));
        double numerator = Math.fma(Math.fma(0.010328, u, 0.802853), u, 2.515517);
        double denominator = Math.fma(Math.fma(Math.fma(0.001308, u, 0.189269), u, 1.432788), u, 1);
        return Math.max(0, u - numerator / denominator);
    }
}
