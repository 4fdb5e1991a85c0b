package io.m17.greeks;

import org.jspecify.annotations.Nullable;

/// The calls or the puts of an expiry: their boundary and premium, in units of the strike and of the time to expiry.
/// Mutable, confined to one thread.
final class ExerciseSide {
    /// A premium below this share of the strike is nothing.
    private static final double NEGLIGIBLE = 1e-14;

    private static final double RATE_STEP = 1e-4;
    private static final double RELATIVE_RATE_STEP = 0.1;

    private final BoundaryNodes.Setting setting;
    private final ExpiryTerms terms;
    private final Right right;
    private final double sign;
    private final double rate;
    private final double dividendYield;
    /// Rate and dividend yield of the put that has the boundary.
    private final double putRate;

    private final double putYield;
    private final BoundarySolver solver;
    private final ExerciseBoundary boundary;
    private final ExercisePremium premium;
    private @Nullable ExerciseSide lower;
    private @Nullable ExerciseSide upper;

    ExerciseSide(ExpiryTerms terms, Right right, double rateShift, BoundaryNodes.Setting setting) {
        this.setting = setting;
        this.terms = terms;
        this.right = right;
        this.sign = BlackScholes.sign(right);
        this.rate = terms.rate() * terms.years() + rateShift;
        this.dividendYield = terms.dividendYield() * terms.years();
        this.putRate = right == Right.PUT ? rate : dividendYield;
        this.putYield = right == Right.PUT ? dividendYield : rate;
        BoundaryNodes nodes = BoundaryNodes.of(setting, putRate, putYield);
        this.solver = new BoundarySolver(nodes);
        this.boundary = new ExerciseBoundary(nodes, solver, putRate, putYield);
        this.premium = new ExercisePremium(nodes, rate, dividendYield, right);
    }

    /// Of a put, early exercise earns the strike's interest and costs the dividends: it never pays when the
    /// first is not positive and the second no smaller.
    boolean neverPays() {
        return putRate <= 0 && putYield >= putRate;
    }

    /// Interest and dividends both negative, the dividends more so: exercise pays between two boundaries.
    boolean twoBoundaries() {
        return putRate < 0 && putYield < putRate;
    }

    /// Whether the premium is nothing, or so small that it changes no digit: it is at most the interest on
    /// the strike for as long as the option is in the exercise region, and at any moment the probability of
    /// that is at most that of being beyond X.
    boolean isEuropean(double spot, double total) {
        if (neverPays()) {
            return true;
        }
        if (twoBoundaries()) {
            return false;
        }
        double distance = sign * -StrictMath.log(spot) - boundary.logLimit();
        double least = (distance + Math.min(0, -sign * (rate - dividendYield) - 0.5 * total * total)) / total;
        if (!(least > 0)) {
            return false;
        }
        double most = Math.abs(rate) + Math.abs(dividendYield) * Math.max(1, spot);
        return most * Normal.fastDensity(least) < NEGLIGIBLE;
    }

    boolean solve(double total) {
        return inRange(total) && boundary.solve(total);
    }

    boolean moveTo(double total) {
        return moveTo(total, total);
    }

    boolean moveTo(double total, double anchor) {
        return inRange(anchor) && boundary.moveTo(total, anchor);
    }

    private boolean inRange(double total) {
        return !twoBoundaries()
                && total >= leastTotal() * (1 - 1e-9)
                && total <= AmericanExpiry.MOST_TOTAL * (1 + 1e-9);
    }

    double leastTotal() {
        return Math.max(Math.max(Math.abs(putRate), Math.abs(putYield)), Math.abs(putRate - putYield))
                / AmericanExpiry.MOST_RATE;
    }

    /// What the option is worth less than at any volatility.
    double maximum(double spot, double strike) {
        return right == Right.CALL
                ? spot * Math.max(1, terms.dividendDiscount())
                : strike * Math.max(1, terms.discount());
    }

    boolean exercised(double spot) {
        double logBoundary = -sign * (boundary.logLimit() - boundary.depthNow());
        return sign * (StrictMath.log(spot) - logBoundary) >= 0;
    }

    ExercisePremium evaluate(double spot) {
        premium.evaluate(spot, boundary);
        return premium;
    }

    /// At the boundary's volatility; leaves the premium evaluated where the option is kept.
    double value(double spot, double strike, double volatility) {
        double ratio = spot / strike;
        if (exercised(ratio)) {
            return sign * (spot - strike);
        }
        return BlackScholes.price(spot, strike, terms, volatility, right)
                + strike * evaluate(ratio).value();
    }

    /// After [#value].
    double vega(double spot, double strike, double volatility, Greeks scratch) {
        if (exercised(spot / strike)) {
            return 0;
        }
        BlackScholes.greeks(spot, strike, terms, volatility, right, scratch);
        return scratch.vega() + strike * terms.sqrtYears() * premium.vega();
    }

    /// ∂ premium / ∂(rT), NaN when a boundary cannot be had: a central difference, at a rate of 0 one to the right.
    double rho(double spot, double total) {
        if (lower == null || upper == null) {
            double step = rate > 0 ? Math.min(RATE_STEP, RELATIVE_RATE_STEP * rate) : RATE_STEP;
            lower = new ExerciseSide(terms, right, rate == 0 ? 0 : -step, setting);
            upper = new ExerciseSide(terms, right, step, setting);
        }
        return (upper.premium(spot, total) - lower.premium(spot, total)) / (upper.rate - lower.rate);
    }

    private double premium(double spot, double total) {
        if (neverPays()) {
            return 0;
        }
        return moveTo(total) ? evaluate(spot).value() : Double.NaN;
    }
}
