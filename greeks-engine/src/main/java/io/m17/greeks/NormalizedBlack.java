package io.m17.greeks;

/// Black's formula without units: the value of an out-of-the-money option on a forward, divided by discount ·
/// √(FK).
///
/// With x = −|ln(F/K)| ≤ 0, total volatility s = σ√T, h = x/s and t = s/2, the value is
///
/// b(x, s) = e^{x/2} Φ(h + t) − e^{−x/2} Φ(h − t), which rises from 0 to e^{x/2}.
///
/// Source: P. Jäckel, *Let's Be Rational*, Wilmott (2015). Both the value and its distance from the maximum are a
/// common density times a *bracket*, and that density is the derivative of b by s:
///
/// - b = φ(√(h² + t²)) · value bracket
/// - e^{x/2} − b = φ(√(h² + t²)) · complement bracket
/// - ∂b/∂s = φ(√(h² + t²))
///
/// Stateless, allocation-free.
final class NormalizedBlack {
    /// Nearer to zero than these, the difference of two Mills ratios would cancel: the series in t is used.
    private static final double SERIES_X = -2;

    private static final double SERIES_T = 0.25;

    /// The last power of t; at t = 0.25 the next odd term is 7e-18 of the first.
    private static final int SERIES_TERMS = 15;

    private static final double NEGLIGIBLE = 0x1p-56;
    private static final double[] RECIPROCALS = reciprocals(SERIES_TERMS);

    private NormalizedBlack() {}

    /// b(x, s) for x ≤ 0 and s > 0.
    static double value(double x, double s) {
        double h = x / s;
        double t = 0.5 * s;
        if (h + t > Normal.CENTRE) {
            return StrictMath.exp(0.5 * x) - slope(h, t) * complementBracket(h, t);
        }
        return slope(h, t) * valueBracket(x, h, t);
    }

    /// ∂b/∂s.
    static double slope(double h, double t) {
        return Normal.ONE_OVER_SQRT_TWO_PI * StrictMath.exp(-0.5 * (h * h + t * t));
    }

    /// Y(h + t) − Y(h − t) with Y = Φ/φ, for h + t ≤ [Normal#CENTRE].
    static double valueBracket(double x, double h, double t) {
        if (x > SERIES_X && t < SERIES_T) {
            return series(x, h, t);
        }
        return Normal.millsRatio(-h - t) - Normal.millsRatio(t - h);
    }

    /// Φ(−h − t)/φ(h + t) + Φ(h − t)/φ(h − t), for h + t ≥ −[Normal#CENTRE].
    static double complementBracket(double h, double t) {
        return Normal.millsRatio(h + t) + Normal.millsRatio(t - h);
    }

    /// Twice the odd part of the Taylor series of Y around h. From Y′ = 1 + hY follows Y⁽ⁿ⁺¹⁾ = hY⁽ⁿ⁾ + nY⁽ⁿ⁻¹⁾;
    /// with ht = x/2 the terms cₙ = Y⁽ⁿ⁾tⁿ/n! obey cₙ₊₁ = (x/2 · cₙ + t² · cₙ₋₁)/(n + 1).
    private static double series(double x, double h, double t) {
        double halfX = 0.5 * x;
        double square = t * t;
        double even = Normal.millsRatio(-h);
        double odd = Math.fma(halfX, even, t);
        double sum = odd;
        for (int n = 2; n < SERIES_TERMS; n += 2) {
            even = RECIPROCALS[n] * Math.fma(halfX, odd, square * even);
            odd = RECIPROCALS[n + 1] * Math.fma(halfX, even, square * odd);
            sum += odd;
            if (odd < NEGLIGIBLE * sum) {
                break;
            }
        }
        return 2 * sum;
    }

    /// ln(F/K), without the cancellation of a ratio near 1.
    static double logRatio(double forward, double strike) {
        double ratio = forward / strike;
        return ratio > 0.5 && ratio < 2 ? StrictMath.log1p((forward - strike) / strike) : StrictMath.log(ratio);
    }

    private static double[] reciprocals(int last) {
        double[] reciprocals = new double[last + 1];
        for (int n = 1; n <= last; n++) {
            reciprocals[n] = 1.0 / n;
        }
        return reciprocals;
    }
}
