package io.m17.greeks;

/// Finds the volatility at which Black's formula gives an option's price.
///
/// Machine accuracy is reached in a bounded number of steps, mostly one or two. The price is reduced to its time
/// value, which is the value of the out-of-the-money option of the same strike, and that is normalised and
/// inverted by [NormalizedInverse]. What the price does not determine cannot be recovered: the result is as
/// accurate as the time value, whose digits a price deep in the money has mostly lost.
///
/// Mutable, confined to one thread, allocation-free: [#solve] returns the volatility and leaves the reason
/// behind.
public final class ImpliedVolatility {
    /// How much of the larger leg may be rounding in a difference of the legs.
    private static final double ROUNDING = 0x1p-51;

    private final NormalizedInverse inverse = new NormalizedInverse();
    private UndefinedReason reason = UndefinedReason.NO_QUOTE;
    private double logRatio = Double.NaN;

    /// Why the last [#solve] returned NaN; NONE after a volatility.
    public UndefinedReason reason() {
        return reason;
    }

    /// ln(F/K) of the last [#solve] that returned a volatility.
    double logRatio() {
        return logRatio;
    }

    /// The steps that the last inversion took.
    int steps() {
        return inverse.steps();
    }

    /// Returns the volatility per year, or NaN with a [#reason].
    ///
    /// `price` is the present value of the option; `forward` and `strike` stand in its unit; `years` is the time
    /// to expiry; `discount` is today's value of one unit paid then.
    public double solve(double price, double forward, double strike, double years, double discount, Right right) {
        if (!isFinite(price, years) || !isPositive(forward, strike, discount)) {
            return undefined(UndefinedReason.NOT_FINITE);
        }
        if (years <= 0) {
            return undefined(UndefinedReason.EXPIRED);
        }
        double forwardLeg = discount * forward;
        double strikeLeg = discount * strike;
        double intrinsic = BlackScholes.sign(right) * (forwardLeg - strikeLeg);
        double timeValue = intrinsic > 0 ? price - intrinsic : price;
        double maximum = Math.min(forwardLeg, strikeLeg);
        double noise = intrinsic > 0 ? ROUNDING * (intrinsic + maximum) : 0;
        if (timeValue <= noise) {
            return undefined(UndefinedReason.BELOW_INTRINSIC);
        }
        if (timeValue >= maximum) {
            return undefined(UndefinedReason.ABOVE_MAXIMUM);
        }
        double unit = Math.sqrt(forwardLeg) * Math.sqrt(strikeLeg);
        return annualized(
                forward, strike, Math.abs(intrinsic) / unit, timeValue / unit, (maximum - timeValue) / unit, years);
    }

    private double annualized(double forward, double strike, double distance, double value, double room, double years) {
        logRatio = NormalizedBlack.logRatio(forward, strike);
        double x = -Math.abs(logRatio);
        if (Double.isInfinite(x)) {
            return undefined(UndefinedReason.NOT_FINITE);
        }
        if (value < Double.MIN_NORMAL) {
            return undefined(UndefinedReason.BELOW_INTRINSIC);
        }
        double volatility = inverse.solve(x, distance, value, room) / Math.sqrt(years);
        if (!(volatility > 0 && volatility <= Double.MAX_VALUE)) {
            return undefined(UndefinedReason.NOT_FINITE);
        }
        reason = UndefinedReason.NONE;
        return volatility;
    }

    private double undefined(UndefinedReason why) {
        reason = why;
        return Double.NaN;
    }

    private static boolean isFinite(double price, double years) {
        return Math.abs(price) <= Double.MAX_VALUE && Math.abs(years) <= Double.MAX_VALUE;
    }

    private static boolean isPositive(double forward, double strike, double discount) {
        return BlackScholes.isPositive(forward) && BlackScholes.isPositive(strike) && BlackScholes.isPositive(discount);
    }
}
