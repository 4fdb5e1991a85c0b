package io.m17.greeks;

/// American prices by another method than the kernel's: J. Cox, S. Ross, M. Rubinstein's tree with the
/// Black–Scholes value one step before expiry and Richardson's extrapolation, M. Broadie, J. Detemple,
/// *American option valuation: new bounds, approximations, and a comparison of existing methods*, Review of
/// Financial Studies 9 (1996): BBSR.
final class BinomialTree {
    private BinomialTree() {}

    /// Extrapolated from `steps` and twice as many; an error of a few 1e-5 of a price at 1000 steps.
    static double price(double spot, double strike, ExpiryTerms terms, double volatility, Right right, int steps) {
        return 2 * tree(spot, strike, terms, volatility, right, 2 * steps)
                - tree(spot, strike, terms, volatility, right, steps);
    }

    private static double tree(
            double spot, double strike, ExpiryTerms terms, double volatility, Right right, int steps) {
        double step = terms.years() / steps;
        double up = Math.exp(volatility * Math.sqrt(step));
        double discount = Math.exp(-terms.rate() * step);
        double growth = Math.exp((terms.rate() - terms.dividendYield()) * step);
        double probability = (growth - 1 / up) / (up - 1 / up);
        double sign = BlackScholes.sign(right);
        double[] spots = new double[2 * steps + 1];
        for (int i = 0; i < spots.length; i++) {
            spots[i] = spot * Math.pow(up, i - steps);
        }
        ExpiryTerms last = ExpiryTerms.of(step, terms.rate(), terms.dividendYield());
        double[] values = new double[steps];
        for (int i = 0; i < steps; i++) {
            double at = spots[2 * i + 1];
            values[i] = Math.max(sign * (at - strike), BlackScholes.price(at, strike, last, volatility, right));
        }
        for (int level = steps - 2; level >= 0; level--) {
            for (int i = 0; i <= level; i++) {
                double kept = discount * (probability * values[i + 1] + (1 - probability) * values[i]);
                values[i] = Math.max(sign * (spots[steps + 2 * i - level] - strike), kept);
            }
        }
        return values[0];
    }
}
