package io.m17.greeks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The dividend yield at which calls and puts of an expiry agree: put–call parity, C − P = S e^{−qT} − K e^{−rT}.
///
/// The [#MOST_PAIRS] strikes nearest the spot with two-sided quotes count, each with one over its spread; the yield is
/// their weighted median, so that one stale quote does not move it. American prices are made European first: at the
/// yield so far each contract's volatility is found and the early exercise premium taken off, at most [#MOST_ROUNDS]
/// times, until the yield moves by less than [#SETTLED]. What costs of borrowing or a stale spot put into the prices is
/// in the yield too. Stateless.
final class ImpliedDividendYield {
    static final int MOST_PAIRS = 8;
    static final int MOST_ROUNDS = 8;
    static final double SETTLED = 1e-7;

    /// A yield beyond this is not one: the spreads are too wide for the time that is left.
    static final double LARGEST = 1;

    private ImpliedDividendYield() {}

    /// Returns the yield, continuous and per year, or NaN when it cannot be had.
    static double of(List<ParityPair> pairs, double spot, double years, double rate, ExerciseStyle style) {
        if (!(spot > 0) || !(years > 0) || !Double.isFinite(rate)) {
            return Double.NaN;
        }
        ParityPair[] nearest = pairs.stream()
                .filter(ParityPair::usable)
                .sorted(Comparator.comparingDouble((ParityPair pair) -> Math.abs(StrictMath.log(pair.strike() / spot)))
                        .thenComparingDouble(ParityPair::strike))
                .limit(MOST_PAIRS)
                .toArray(ParityPair[]::new);
        double[] premiums = new double[nearest.length];
        double yield = median(nearest, premiums, spot, years, rate);
        return switch (style) {
            case EUROPEAN -> yield;
            case AMERICAN -> withoutPremiums(nearest, premiums, spot, years, rate, yield);
        };
    }

    private static double withoutPremiums(
            ParityPair[] pairs, double[] premiums, double spot, double years, double rate, double first) {
        double yield = first;
        for (int round = 0; round < MOST_ROUNDS && Double.isFinite(yield); round++) {
            AmericanExpiry expiry = new AmericanExpiry(ExpiryTerms.of(years, rate, yield));
            for (int i = 0; i < pairs.length; i++) {
                ParityPair pair = pairs[i];
                premiums[i] = premium(expiry, pair.call(), spot, pair.strike(), Right.CALL)
                        - premium(expiry, pair.put(), spot, pair.strike(), Right.PUT);
            }
            double next = median(pairs, premiums, spot, years, rate);
            if (Math.abs(next - yield) < SETTLED) {
                return next;
            }
            yield = next;
        }
        return Double.NaN;
    }

    private static double premium(AmericanExpiry expiry, double price, double spot, double strike, Right right) {
        double volatility = expiry.impliedVolatility(price, spot, strike, right);
        return Double.isNaN(volatility)
                ? Double.NaN
                : price - BlackScholes.price(spot, strike, expiry.terms(), volatility, right);
    }

    private record Estimate(double yield, double weight) {}

    private static double median(ParityPair[] pairs, double[] premiums, double spot, double years, double rate) {
        double discount = StrictMath.exp(-rate * years);
        Estimate[] estimates = new Estimate[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            double forward = pairs[i].call() - pairs[i].put() - premiums[i] + pairs[i].strike() * discount;
            double yield = -StrictMath.log(forward / spot) / years;
            double floor = 1e-9 * spot;
            estimates[i] = new Estimate(yield, 1 / (pairs[i].spread() + floor));
        }
        Estimate[] usable = Arrays.stream(estimates)
                .filter(estimate -> Math.abs(estimate.yield()) <= LARGEST)
                .sorted(Comparator.comparingDouble(Estimate::yield))
                .toArray(Estimate[]::new);
        double half = 0.5 * Arrays.stream(usable).mapToDouble(Estimate::weight).sum();
        double below = 0;
        for (Estimate estimate : usable) {
            below += estimate.weight();
            if (below >= half) {
                return estimate.yield();
            }
        }
        return Double.NaN;
    }
}
