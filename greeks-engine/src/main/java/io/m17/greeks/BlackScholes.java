package io.m17.greeks;

/// Value and Greeks of a European option on an underlying with a continuous dividend yield.
///
/// Sources: F. Black, M. Scholes, *The Pricing of Options and Corporate Liabilities*, Journal of Political
/// Economy 81 (1973); R. Merton, *Theory of Rational Option Pricing*, Bell Journal 4 (1973). The out-of-the-money
/// value is formed first and is accurate relative to itself, however small; the in-the-money value follows by
/// put–call parity.
///
/// Money is in the unit of spot and strike, time in years, rates and volatility per year and continuous.
/// Stateless, allocation-free but for the [ExpiryTerms] of the convenience methods; every input must be finite,
/// and spot, strike, years and volatility positive, else `IllegalArgumentException`.
public final class BlackScholes {
    private BlackScholes() {}

    /// Returns the present value of the option.
    public static double price(
            double spot,
            double strike,
            double years,
            double rate,
            double dividendYield,
            double volatility,
            Right right) {
        return price(spot, strike, ExpiryTerms.of(years, rate, dividendYield), volatility, right);
    }

    /// Returns the present value of the option.
    public static double price(double spot, double strike, ExpiryTerms terms, double volatility, Right right) {
        check(spot, strike, terms, volatility);
        double forward = terms.forward(spot);
        double forwardLeg = terms.discount() * forward;
        double strikeLeg = terms.discount() * strike;
        double x = -Math.abs(NormalizedBlack.logRatio(forward, strike));
        double outOfTheMoney =
                Math.sqrt(forwardLeg) * Math.sqrt(strikeLeg) * NormalizedBlack.value(x, volatility * terms.sqrtYears());
        return Math.max(sign(right) * (forwardLeg - strikeLeg), 0) + outOfTheMoney;
    }

    /// Fills `out` with the Greeks of the option.
    public static void greeks(
            double spot,
            double strike,
            double years,
            double rate,
            double dividendYield,
            double volatility,
            Right right,
            Greeks out) {
        greeks(spot, strike, ExpiryTerms.of(years, rate, dividendYield), volatility, right, out);
    }

    /// Fills `out` with the Greeks of the option.
    public static void greeks(
            double spot, double strike, ExpiryTerms terms, double volatility, Right right, Greeks out) {
        check(spot, strike, terms, volatility);
        double forward = terms.forward(spot);
        greeks(spot, strike, forward, NormalizedBlack.logRatio(forward, strike), terms, volatility, right, out);
    }

    /// The same for checked arguments and the logarithm of forward over strike.
    static void greeks(
            double spot,
            double strike,
            double forward,
            double logRatio,
            ExpiryTerms terms,
            double volatility,
            Right right,
            Greeks out) {
        double total = volatility * terms.sqrtYears();
        double moneyness = logRatio / total;
        double d1 = moneyness + 0.5 * total;
        double d2 = moneyness - 0.5 * total;
        boolean firstIsLarger = Math.abs(d1) <= Math.abs(d2);
        double density1 = firstIsLarger ? Normal.density(d1) : Normal.density(d2) * (strike / forward);
        double density2 = firstIsLarger ? density1 * (forward / strike) : Normal.density(d2);
        double sign = sign(right);
        double delta = sign * terms.dividendDiscount() * Normal.cumulative(sign * d1, density1);
        double strikeLeg = sign * terms.discount() * strike * Normal.cumulative(sign * d2, density2);
        double slope = terms.dividendDiscount() * density1;
        double decay = 0.5 * spot * slope * volatility / terms.sqrtYears();
        double theta = terms.dividendYield() * spot * delta - terms.rate() * strikeLeg - decay;
        double vega = spot * slope * terms.sqrtYears();
        out.setFirst(delta, vega, theta, terms.years() * strikeLeg);
        double drift = (terms.rate() - terms.dividendYield()) / total - 0.5 * d2 / terms.years();
        double charm = terms.dividendYield() * delta - slope * drift;
        out.setSecond(slope / (spot * total), -slope * d2 / volatility, charm, vega * d1 * d2 / volatility);
    }

    /// What each leg counts as: a call receives the underlying and pays the strike.
    static double sign(Right right) {
        return switch (right) {
            case CALL -> 1;
            case PUT -> -1;
        };
    }

    private static void check(double spot, double strike, ExpiryTerms terms, double volatility) {
        if (!isPositive(spot) || !isPositive(strike) || !isPositive(volatility) || !isPositive(terms.years())) {
            throw new IllegalArgumentException(("spot, strike, volatility and years must be positive and finite "
                            + "[spot=%s, strike=%s, volatility=%s, years=%s], use OptionKernel for raw inputs")
                    .formatted(spot, strike, volatility, terms.years()));
        }
        if (!isPositive(terms.discount()) || !isPositive(terms.dividendDiscount())) {
            throw new IllegalArgumentException(("rate and dividend yield must give a positive, finite discount "
                            + "[rate=%s, dividendYield=%s], use OptionKernel for raw inputs")
                    .formatted(terms.rate(), terms.dividendYield()));
        }
    }

    static boolean isPositive(double value) {
        return value > 0 && value <= Double.MAX_VALUE;
    }
}
