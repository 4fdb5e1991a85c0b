package io.m17.greeks;

/// A first estimate of the early exercise boundary of an American put.
///
/// The larger depth of P. Bjerksund and G. Stensland's flat-curve boundary (*Closed-form approximation of American
/// options*, Scandinavian Journal of Management 9, 1993), which is right in the long run, and of the spot at which the
/// European put has no theta, to which the boundary tends as time runs out. Units of [BoundarySolver]. Stateless,
/// allocation-free.
final class BoundaryGuess {
    private static final int NEWTON_STEPS = 4;

    /// Stands for the boundary of a perpetual call that is never exercised.
    private static final double UNBOUNDED = 1e200;

    private BoundaryGuess() {}

    /// Fills `depths` with a depth above 0 a point.
    static void fill(
            BoundaryNodes nodes, double rate, double dividendYield, double total, double logLimit, double[] depths) {
        double carry = dividendYield - rate;
        double variance = total * total;
        double atExpiry = StrictMath.exp(-logLimit);
        double half = carry / variance - 0.5;
        double beta = -half + Math.sqrt(half * half + 2 * dividendYield / variance);
        double forever = beta > 1 ? beta / (beta - 1) : UNBOUNDED;
        for (int i = 0; i < depths.length; i++) {
            double z = nodes.z(i);
            double h = Math.min(0, -(carry * z * z + 2 * total * z) * atExpiry / (forever - atExpiry));
            double flat = StrictMath.log1p((forever - atExpiry) / atExpiry * -StrictMath.expm1(h));
            double start = flat > 0 && flat <= Double.MAX_VALUE ? flat : 0.5 * total * z;
            depths[i] = Math.max(start, withoutTheta(start, z, rate, dividendYield, total, logLimit));
        }
    }

    /// The depth at which φ(d₊)σ/(2√τ) = r e^{(q−r)τ}/B − q, or 0 where time is too long for that to mean anything.
    private static double withoutTheta(
            double start, double z, double rate, double dividendYield, double total, double logLimit) {
        double deviation = total * z;
        double decay = Normal.ONE_OVER_SQRT_TWO_PI * 0.5 * total / z;
        if (decay <= Math.abs(rate - dividendYield)) {
            return 0;
        }
        double logDecay = StrictMath.log(decay);
        double factor = rate * StrictMath.exp((dividendYield - rate) * z * z - logLimit);
        double y = start;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double d = (logLimit - y + (rate - dividendYield) * z * z) / deviation + 0.5 * deviation;
            double gain = factor * StrictMath.exp(y);
            double carried = gain - dividendYield;
            if (!(carried > 0)) {
                return 0;
            }
            double excess = logDecay - 0.5 * d * d - StrictMath.log(carried);
            double next = y - excess / (d / deviation - gain / carried);
            y = next > 0 ? Math.min(next, 2 * y) : 0.5 * y;
        }
        return y;
    }
}
