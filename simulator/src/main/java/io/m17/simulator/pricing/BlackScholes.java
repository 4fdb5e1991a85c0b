package io.m17.simulator.pricing;

/// European options by Black, Scholes and Merton: spot, continuous rate and continuous dividend yield.
///
/// Source of the formulas: Hull, "Options, Futures, and Other Derivatives", chapters 15, 17 and 19.
public final class BlackScholes {
    private BlackScholes() {}

    /// An option's price and its derivatives: vega a unit (1.00) of volatility, rho a unit of rate, theta a year of
    /// calendar time.
    public record Valuation(double price, double delta, double gamma, double vega, double theta, double rho) {}

    /// The price of one option on one unit of the underlying; `years` and `volatility` must be positive.
    public static double price(
            OptionRight right,
            double spot,
            double strike,
            double years,
            double rate,
            double dividendYield,
            double volatility) {
        double deviation = deviation(years, volatility);
        double d1 = (StrictMath.log(spot / strike) + (rate - dividendYield) * years) / deviation + 0.5 * deviation;
        int sign = right.sign();
        double asset = spot * StrictMath.exp(-dividendYield * years) * NormalDistribution.cumulative(sign * d1);
        double cash = strike * StrictMath.exp(-rate * years) * NormalDistribution.cumulative(sign * (d1 - deviation));
        return Math.max(0, sign * (asset - cash));
    }

    /// The price with all first-order Greeks and gamma.
    public static Valuation value(
            OptionRight right,
            double spot,
            double strike,
            double years,
            double rate,
            double dividendYield,
            double volatility) {
        double deviation = deviation(years, volatility);
        double d1 = (StrictMath.log(spot / strike) + (rate - dividendYield) * years) / deviation + 0.5 * deviation;
        int sign = right.sign();
        double assetDiscount = StrictMath.exp(-dividendYield * years);
        double asset = spot * assetDiscount * NormalDistribution.cumulative(sign * d1);
        double cash = strike * StrictMath.exp(-rate * years) * NormalDistribution.cumulative(sign * (d1 - deviation));
        double density = assetDiscount * NormalDistribution.density(d1);
        double decay = -spot * density * volatility / (2 * StrictMath.sqrt(years));
        return new Valuation(
                Math.max(0, sign * (asset - cash)),
                sign * asset / spot,
                density / (spot * deviation),
                spot * density * StrictMath.sqrt(years),
                decay + sign * (dividendYield * asset - rate * cash),
                sign * years * cash);
    }

    private static double deviation(double years, double volatility) {
        if (!(years > 0) || !(volatility > 0)) {
            throw new IllegalArgumentException("years and volatility must be positive [years=" + years + ", volatility="
                    + volatility + "], price at expiry is the intrinsic value");
        }
        return volatility * StrictMath.sqrt(years);
    }
}
