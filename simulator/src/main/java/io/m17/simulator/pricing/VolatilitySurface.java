package io.m17.simulator.pricing;

/// A volatility surface without static arbitrage, over log-moneyness `ln(K/F)` and years to expiry.
///
/// At the money the variance starts at `shortVariance` and reverts to `longVariance` at `reversion` a year, so that
/// total variance θ grows with time. Across strikes it is the surface SVI of Gatheral and Jacquier, "Arbitrage-free
/// SVI volatility surfaces", Quantitative Finance 14(1), 2014: `w(k) = θ/2·(1 + ρφk + √((φk + ρ)² + 1 − ρ²))` with
/// `φ = η/√(θ(1 + θ))`, free of butterfly and calendar arbitrage when `η(1 + |ρ|) ≤ 2`.
///
/// @param shortVariance at-the-money variance a year at once (0.04 is 20 % volatility)
/// @param longVariance at-the-money variance a year in the far future
/// @param reversion speed of reversion a year
/// @param skew correlation ρ between −1 and 1; negative makes low strikes dearer
/// @param curvature η
public record VolatilitySurface(
        double shortVariance, double longVariance, double reversion, double skew, double curvature) {
    public VolatilitySurface {
        if (!(shortVariance > 0) || !(longVariance > 0) || !(reversion > 0)) {
            throw new IllegalArgumentException("variances and reversion must be positive [short=" + shortVariance
                    + ", long=" + longVariance + ", reversion=" + reversion + "]");
        }
        if (!(Math.abs(skew) < 1) || !(curvature > 0) || curvature * (1 + Math.abs(skew)) > 2) {
            throw new IllegalArgumentException("surface would allow arbitrage [skew=" + skew + ", curvature="
                    + curvature + "], keep curvature * (1 + |skew|) at most 2");
        }
    }

    /// Volatility a square-root year at the given `ln(K/F)` and positive `years`.
    public double volatility(double logMoneyness, double years) {
        return StrictMath.sqrt(totalVariance(logMoneyness, years) / years);
    }

    /// Volatility squared times years.
    public double totalVariance(double logMoneyness, double years) {
        double theta = longVariance * years
                - (shortVariance - longVariance) * StrictMath.expm1(-reversion * years) / reversion;
        double scaled = curvature * logMoneyness / StrictMath.sqrt(theta * (1 + theta));
        double root = StrictMath.sqrt((scaled + skew) * (scaled + skew) + 1 - skew * skew);
        return 0.5 * theta * (1 + skew * scaled + root);
    }

    /// Volatility of an option by its strike, with the forward from spot and rates.
    public double volatility(double spot, double strike, double years, double rate, double dividendYield) {
        return volatility(StrictMath.log(strike / spot) - (rate - dividendYield) * years, years);
    }
}
