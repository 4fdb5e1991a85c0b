package io.m17.greeks;

/// What the right to exercise early adds to a European option, and its sensitivities.
///
/// Units: strike 1, time to expiry 1 (see [BoundarySolver]). Source: I. Kim, *The analytic valuation of American
/// options*, Review of Financial Studies 3 (1990). With the boundary B(τ), w = elapsed time, ω = 1 for a call and −1
/// for a put, the premium is ∫ ω (qS e^{−qw} Φ(ωd₊) − r e^{−rw} Φ(ωd₋)) dw. Derivatives by spot are those of the
/// integrand; S e^{−qw} φ(d₊) = B e^{−rw} φ(d₋) leaves one density in them. The derivative by volatility takes the
/// boundary's own into account.
///
/// Mutable, reusable, confined to one thread; allocation-free after construction.
final class ExercisePremium {
    private final BoundaryNodes nodes;
    private final double[] discounts;
    private final double[] dividendDiscounts;
    private final double rate;
    private final double dividendYield;
    private final double sign;
    private double value;
    private double delta;
    private double gamma;
    private double speed;
    private double vega;

    ExercisePremium(BoundaryNodes nodes, double rate, double dividendYield, Right right) {
        this.nodes = nodes;
        this.rate = rate;
        this.dividendYield = dividendYield;
        this.sign = BlackScholes.sign(right);
        this.discounts = new double[nodes.endCount()];
        this.dividendDiscounts = new double[nodes.endCount()];
        for (int k = 0; k < discounts.length; k++) {
            double elapsed = nodes.endSine(k) * nodes.endSine(k);
            discounts[k] = StrictMath.exp(-rate * elapsed);
            dividendDiscounts[k] = StrictMath.exp(-dividendYield * elapsed);
        }
    }

    double value() {
        return value;
    }

    /// By spot.
    double delta() {
        return delta;
    }

    /// By spot twice.
    double gamma() {
        return gamma;
    }

    /// By spot three times.
    double speed() {
        return speed;
    }

    /// By total volatility.
    double vega() {
        return vega;
    }

    /// Evaluates at a spot in units of the strike.
    void evaluate(double spot, ExerciseBoundary boundary) {
        double total = boundary.total();
        double logSpot = StrictMath.log(spot);
        double carry = rate - dividendYield;
        value = 0;
        delta = 0;
        gamma = 0;
        speed = 0;
        vega = 0;
        for (int k = 0; k < discounts.length; k++) {
            double sine = nodes.endSine(k);
            double deviation = total * sine;
            double perDeviation = 1 / deviation;
            double depth = boundary.depth(k);
            double logBoundary = -sign * (boundary.logLimit() - depth);
            double plus = (logSpot - logBoundary + carry * sine * sine) * perDeviation + 0.5 * deviation;
            double minus = plus - deviation;
            double densityPlus = Normal.fastDensity(plus);
            double densityMinus = Normal.fastDensity(minus);
            double weight = nodes.endWeight(k) * sine;
            double gained = weight * dividendDiscounts[k] * dividendYield * Normal.cumulative(sign * plus, densityPlus);
            double paid = weight * discounts[k] * rate * Normal.cumulative(sign * minus, densityMinus);
            value += sign * (spot * gained - paid);
            double received = weight * dividendDiscounts[k] * dividendYield * spot * densityPlus;
            double spent = weight * discounts[k] * rate * densityMinus;
            double flow = received - spent;
            double lever = minus * perDeviation;
            double curve = received - flow * (1 + lever);
            delta += sign * gained + flow * perDeviation / spot;
            gamma += curve * perDeviation;
            speed += (curve * (-2 - lever) - flow * perDeviation * perDeviation) * perDeviation;
            vega += (spent * plus - received * minus) / total - flow * perDeviation * sign * boundary.depthSlope(k);
        }
        gamma /= spot * spot;
        speed /= spot * spot * spot;
    }
}
