package io.m17.greeks;

/// The error function and the scaled complementary error function, to about one unit in the last place.
///
/// Source: W. J. Cody, *Rational Chebyshev Approximations for the Error Function*, Mathematics of Computation 23
/// (1969), pages 631–637; the coefficients are those of its author's `CALERF`. The polynomials are evaluated with
/// fused multiply-adds. Stateless, allocation-free.
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients stand as published
final class ErrorFunction {
    /// Below this magnitude `erf` has its own approximation.
    static final double SMALL = 0.46875;

    private static final double LARGE = 4.0;
    private static final double ONE_OVER_SQRT_PI = 0.56418958354775628695;

    private ErrorFunction() {}

    /// erf(x) for |x| ≤ [#SMALL].
    static double erfSmall(double x) {
        double y = x * x;
        double p = 1.85777706184603153e-1;
        p = Math.fma(p, y, 3.16112374387056560e0);
        p = Math.fma(p, y, 1.13864154151050156e2);
        p = Math.fma(p, y, 3.77485237685302021e2);
        p = Math.fma(p, y, 3.20937758913846947e3);
        double q = y + 2.36012909523441209e1;
        q = Math.fma(q, y, 2.44024637934444173e2);
        q = Math.fma(q, y, 1.28261652607737228e3);
        q = Math.fma(q, y, 2.84423683343917062e3);
        return x * p / q;
    }

    /// exp(x²)·erfc(x) for x ≥ −[#SMALL]: neither underflows nor overflows there.
    static double erfcx(double x) {
        if (x <= SMALL) {
            return StrictMath.exp(x * x) * (1 - erfSmall(x));
        }
        return x <= LARGE ? erfcxMiddle(x) : erfcxLarge(x);
    }

    private static double erfcxMiddle(double x) {
        double p = 2.15311535474403846e-8;
        p = Math.fma(p, x, 5.64188496988670089e-1);
        p = Math.fma(p, x, 8.88314979438837594e0);
        p = Math.fma(p, x, 6.61191906371416295e1);
        p = Math.fma(p, x, 2.98635138197400131e2);
        p = Math.fma(p, x, 8.81952221241769090e2);
        p = Math.fma(p, x, 1.71204761263407058e3);
        p = Math.fma(p, x, 2.05107837782607147e3);
        p = Math.fma(p, x, 1.23033935479799725e3);
        double q = x + 1.57449261107098347e1;
        q = Math.fma(q, x, 1.17693950891312499e2);
        q = Math.fma(q, x, 5.37181101862009858e2);
        q = Math.fma(q, x, 1.62138957456669019e3);
        q = Math.fma(q, x, 3.29079923573345963e3);
        q = Math.fma(q, x, 4.36261909014324716e3);
        q = Math.fma(q, x, 3.43936767414372164e3);
        q = Math.fma(q, x, 1.23033935480374942e3);
        return p / q;
    }

    private static double erfcxLarge(double x) {
        double y = 1 / (x * x);
        double p = 1.63153871373020978e-2;
        p = Math.fma(p, y, 3.05326634961232344e-1);
        p = Math.fma(p, y, 3.60344899949804439e-1);
        p = Math.fma(p, y, 1.25781726111229246e-1);
        p = Math.fma(p, y, 1.60837851487422766e-2);
        p = Math.fma(p, y, 6.58749161529837803e-4);
        double q = y + 2.56852019228982242e0;
        q = Math.fma(q, y, 1.87295284992346725e0);
        q = Math.fma(q, y, 5.27905102951428412e-1);
        q = Math.fma(q, y, 6.05183413124413191e-2);
        q = Math.fma(q, y, 2.33520497626869185e-3);
        return (ONE_OVER_SQRT_PI - y * p / q) / x;
    }
}
