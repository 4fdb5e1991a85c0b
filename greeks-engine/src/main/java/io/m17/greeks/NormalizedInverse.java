package io.m17.greeks;

/// Finds the total volatility s at which the normalised Black function b(x, s) takes a value.
///
/// Below about half the maximum the root of ln b(s) − ln b is sought, from there on that of ln(b_max − b(s)) −
/// ln(b_max − b): both are nearly straight where b itself is nearly flat. Each step is Householder's of third
/// order, whose error is about the fourth power of the one before: from a guess good to 1e-5, as for most listed
/// options, one step ends at machine accuracy, and the worst of millions of extreme values took four. Steps stay
/// where the root is known to be. After P. Jäckel, *Let's Be Rational*, Wilmott (2015).
///
/// Mutable, confined to one thread; allocation-free.
final class NormalizedInverse {
    /// The most steps that any value takes.
    static final int MAX_STEPS = 8;

    /// A step this small, relative to s, is the last: the next would be about its fourth power.
    private static final double LAST_STEP = 5e-5;

    /// Values below this share of the room above them are sought from below: there h + t < [Normal#CENTRE], and
    /// where they are not, h + t > −[Normal#CENTRE].
    private static final double LOWER_SHARE = 0.9;

    private static final double SQRT_TWO_PI = 2.5066282746310007;

    private double x;
    private boolean isLower;
    private double scale;
    private double floor;
    private double ceiling;
    private int steps;

    /// Returns s for x ≤ 0 from the value b > 0, the room e^{x/2} − b > 0 above it, and the distance 2
    /// sinh(|x|/2) of the strike from the forward.
    double solve(double logMoneyness, double distance, double value, double room) {
        x = logMoneyness;
        isLower = value < LOWER_SHARE * room;
        scale = 1 / (SQRT_TWO_PI * (isLower ? value : room));
        floor = isLower ? 0 : totalVolatility(-Normal.CENTRE);
        ceiling = isLower ? totalVolatility(Normal.CENTRE) : Double.MAX_VALUE;
        return refine(
                isLower
                        ? VolatilityGuess.fromValue(x, distance, value)
                        : VolatilityGuess.fromComplement(x, room / (value + room)));
    }

    /// The steps that the last [#solve] took.
    int steps() {
        return steps;
    }

    /// The s at which h + t = d.
    private double totalVolatility(double d) {
        return d + Math.sqrt(d * d - 2 * x);
    }

    private double refine(double guess) {
        double s = Math.clamp(guess, floor, ceiling);
        double change = s;
        steps = 0;
        while (Math.abs(change) > LAST_STEP * s && steps < MAX_STEPS) {
            double next = Math.clamp(s + change(s), floor, ceiling);
            change = next - s;
            s = next;
            steps++;
        }
        return s;
    }

    private double change(double s) {
        double h = x / s;
        double t = 0.5 * s;
        double bracket = isLower ? NormalizedBlack.valueBracket(x, h, t) : NormalizedBlack.complementBracket(h, t);
        double excess = StrictMath.log(bracket * scale) - 0.5 * (h * h + t * t);
        double rate = isLower ? 1 / bracket : -1 / bracket;
        return householder(-excess / rate, rate, h, h / s, t);
    }

    /// With f the logarithm above, f′ = ±1/bracket = rate and f″/f′ = h²/s − s/4 − f′.
    private static double householder(double newton, double rate, double h, double hOverS, double t) {
        double bend = h * hOverS - 0.5 * t;
        double second = bend - rate;
        double third = bend * bend + rate * (2 * rate - 3 * bend) - 3 * hOverS * hOverS - 0.25;
        return newton * (1 + 0.5 * newton * second) / (1 + newton * (second + newton * third / 6));
    }
}
