package io.m17.simulator.pricing;

/// The standard normal distribution with about 1e-13 relative accuracy in both tails.
///
/// Near zero the Taylor series of Marsaglia, "Evaluating the Normal Distribution", Journal of Statistical Software
/// 11(4), 2004; in the tails Laplace's continued fraction (Abramowitz and Stegun 26.2.14).
final class NormalDistribution {
    private static final double INVERSE_SQRT_TWO_PI = 0.3989422804014327;
    private static final double SERIES_LIMIT = 3.0;
    private static final int FRACTION_TERMS = 120;
    private static final int SERIES_TERMS_MAX = 100;

    private NormalDistribution() {}

    static double density(double x) {
        return INVERSE_SQRT_TWO_PI * StrictMath.exp(-0.5 * x * x);
    }

    static double cumulative(double x) {
        if (Math.abs(x) < SERIES_LIMIT) {
            return 0.5 + density(x) * series(x);
        }
        return x < 0 ? upperTail(-x) : 1 - upperTail(x);
    }

    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int k = 1; k <= SERIES_TERMS_MAX && Math.abs(term) > 1e-18; k++) {
            term *= x * x / (2 * k + 1);
            sum += term;
        }
        return sum;
    }

    private static double upperTail(double x) {
        double fraction = x;
        for (int k = FRACTION_TERMS; k >= 1; k--) {
            fraction = x + k / fraction;
        }
        return density(x) / fraction;
    }
}
