package io.m17.greeks;

/// Values the American options of one expiry: price, implied volatility, Greeks.
///
/// The value is the European one plus the [ExercisePremium]. The boundaries that one contract needs serve all others
/// of the expiry ([ExerciseBoundary]). Where early exercise cannot pay, or its premium is smaller than what rounding
/// leaves of a price, the value is the European one exactly.
///
/// Greeks: delta, gamma and vega are the integral's; vanna and vomma central differences of delta and vega over the
/// boundary's interpolation; rho a central difference of the premium with two more boundaries; theta and charm follow
/// from the others by the Black–Scholes equation, which holds wherever the option is kept. Where it is exercised, delta
/// is ±1 and the others are 0.
///
/// Mutable, confined to one thread; allocates boundaries, nothing per contract. Money in the unit of spot and strike,
/// time in years, rates continuous.
public final class AmericanExpiry {

    /// σ√T beyond which no boundary was proven.
    static final double MOST_TOTAL = 4;

    /// Rates in units of σ√T beyond which no boundary was proven.
    static final double MOST_RATE = 2.5;

    /// Spot over strike, or its reciprocal, beyond which nothing is valued but what never pays to exercise.
    private static final double MOST_RATIO = 1e9;

    private static final double VOLATILITY_STEP = 1e-3;
    private static final double TOLERANCE = 1e-12;
    private static final int MAX_STEPS = 40;

    private final ExpiryTerms terms;
    private final ExerciseSide calls;
    private final ExerciseSide puts;
    private final ImpliedVolatility european = new ImpliedVolatility();
    private final Greeks scratch = new Greeks();
    private UndefinedReason reason = UndefinedReason.NONE;
    private int steps;

    public AmericanExpiry(ExpiryTerms terms) {
        this(terms, BoundaryNodes.Setting.PRODUCTION);
    }

    private AmericanExpiry(ExpiryTerms terms, BoundaryNodes.Setting setting) {
        this.terms = terms;
        this.calls = new ExerciseSide(terms, Right.CALL, 0, setting);
        this.puts = new ExerciseSide(terms, Right.PUT, 0, setting);
    }

    /// With so many points that more of them change nothing: what the production setting is held against, 20 times as
    /// slow.
    public static AmericanExpiry converged(ExpiryTerms terms) {
        return new AmericanExpiry(terms, BoundaryNodes.Setting.CONVERGED);
    }

    public ExpiryTerms terms() {
        return terms;
    }

    /// Why the last result was NaN; NONE after a number.
    public UndefinedReason reason() {
        return reason;
    }

    /// The evaluations of the last [#impliedVolatility].
    int steps() {
        return steps;
    }

    /// The present value, from a boundary solved at this very volatility; NaN with a [#reason].
    public double price(double spot, double strike, double volatility, Right right) {
        ExerciseSide side = side(right);
        double total = volatility * terms.sqrtYears();
        reason = UndefinedReason.NONE;
        if (side.isEuropean(spot / strike, total)) {
            return BlackScholes.price(spot, strike, terms, volatility, right);
        }
        if (isExtreme(spot / strike) || !side.solve(total)) {
            return undefined(UndefinedReason.NO_BOUNDARY);
        }
        return side.value(spot, strike, volatility);
    }

    /// The volatility per year at which the option is worth `price`, or NaN with a [#reason]. At most 40
    /// evaluations, 3 to 5 as a rule: Newton's method inside a bracket, from the European volatility, which
    /// is never smaller.
    public double impliedVolatility(double price, double spot, double strike, Right right) {
        ExerciseSide side = side(right);
        double intrinsic = Math.max(0, BlackScholes.sign(right) * (spot - strike));
        double guess = european.solve(price, terms.forward(spot), strike, terms.years(), terms.discount(), right);
        steps = 0;
        reason = european.reason();
        if (reason == UndefinedReason.NONE && side.isEuropean(spot / strike, guess * terms.sqrtYears())) {
            return guess;
        }
        if (reason != UndefinedReason.NONE && (reason != UndefinedReason.ABOVE_MAXIMUM || side.neverPays())) {
            return Double.NaN;
        }
        if (side.twoBoundaries() || isExtreme(spot / strike)) {
            return undefined(UndefinedReason.NO_BOUNDARY);
        }
        if (price <= intrinsic * (1 + 0x1p-50)) {
            return undefined(UndefinedReason.BELOW_INTRINSIC);
        }
        if (price >= side.maximum(spot, strike)) {
            return undefined(UndefinedReason.ABOVE_MAXIMUM);
        }
        return search(side, price, spot, strike, Double.isNaN(guess) ? Double.MAX_VALUE : guess);
    }

    private double search(ExerciseSide side, double price, double spot, double strike, double guess) {
        double least = side.leastTotal() / terms.sqrtYears();
        double most = Math.min(guess, MOST_TOTAL / terms.sqrtYears());
        double low = least;
        double high = most;
        double volatility = most;
        reason = UndefinedReason.NONE;
        for (steps = 1; steps <= MAX_STEPS && low <= high; steps++) {
            if (!side.moveTo(volatility * terms.sqrtYears())) {
                return undefined(UndefinedReason.NO_BOUNDARY);
            }
            double excess = side.value(spot, strike, volatility) - price;
            if (excess > 0) {
                high = volatility;
            } else {
                low = volatility;
            }
            double vega = side.vega(spot, strike, volatility, scratch);
            double next = volatility - excess / vega;
            if (Math.abs(excess) <= TOLERANCE * strike) {
                return volatility;
            }
            if (volatility == most && excess < -TOLERANCE * strike && most < guess) {
                return undefined(UndefinedReason.NO_BOUNDARY);
            }
            double before = volatility;
            volatility = next > low && next < high ? next : 0.5 * (low + high);
            if (Math.abs(volatility - before) <= TOLERANCE * volatility) {
                return low > least ? volatility : undefined(UndefinedReason.NO_BOUNDARY);
            }
        }
        return low > least ? volatility : undefined(UndefinedReason.NO_BOUNDARY);
    }

    /// Fills `out` at a volatility; false, with a [#reason] and `out` undefined, when the boundary cannot be had.
    public boolean greeks(double spot, double strike, double volatility, Right right, Greeks out) {
        ExerciseSide side = side(right);
        reason = UndefinedReason.NONE;
        BlackScholes.greeks(spot, strike, terms, volatility, right, out);
        double total = volatility * terms.sqrtYears();
        if (side.isEuropean(spot / strike, total)) {
            return true;
        }
        if (isExtreme(spot / strike) || !side.moveTo(total)) {
            out.setUndefined();
            undefined(UndefinedReason.NO_BOUNDARY);
            return false;
        }
        if (side.exercised(spot / strike)) {
            out.setFirst(BlackScholes.sign(right), 0, 0, 0);
            out.setSecond(0, 0, 0, 0);
            return true;
        }
        return addPremium(side, spot, strike, volatility, out);
    }

    private boolean addPremium(ExerciseSide side, double spot, double strike, double volatility, Greeks out) {
        double root = terms.sqrtYears();
        double total = volatility * root;
        double ratio = spot / strike;
        ExercisePremium premium = side.evaluate(ratio);
        double value = strike * premium.value();
        double delta = premium.delta();
        double gamma = premium.gamma() / strike;
        double speed = premium.speed() / (strike * strike);
        double vega = strike * root * premium.vega();
        double step = VOLATILITY_STEP * total;
        boolean had = side.moveTo(total + step, total);
        side.evaluate(ratio);
        double deltaUp = premium.delta();
        double vegaUp = premium.vega();
        had &= side.moveTo(total - step, total);
        side.evaluate(ratio);
        double vanna = root * (deltaUp - premium.delta()) / (2 * step);
        double vomma = strike * root * root * (vegaUp - premium.vega()) / (2 * step);
        double rho = side.rho(ratio, total) * strike * terms.years();
        if (!had || Double.isNaN(rho)) {
            out.setUndefined();
            undefined(UndefinedReason.NO_BOUNDARY);
            return false;
        }
        double carry = terms.rate() - terms.dividendYield();
        double variance = volatility * volatility;
        double theta = terms.rate() * value - carry * spot * delta - 0.5 * variance * spot * spot * gamma;
        double charm = terms.dividendYield() * delta
                - (carry + variance) * spot * gamma
                - 0.5 * variance * spot * spot * speed;
        out.setFirst(out.delta() + delta, out.vega() + vega, out.theta() + theta, out.rho() + rho);
        out.setSecond(out.gamma() + gamma, out.vanna() + vanna, out.charm() + charm, out.vomma() + vomma);
        return true;
    }

    private ExerciseSide side(Right right) {
        return switch (right) {
            case CALL -> calls;
            case PUT -> puts;
        };
    }

    private static boolean isExtreme(double ratio) {
        return !(ratio > 1 / MOST_RATIO && ratio < MOST_RATIO);
    }

    private double undefined(UndefinedReason why) {
        reason = why;
        return Double.NaN;
    }
}
