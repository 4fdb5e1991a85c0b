package io.m17.benchmarks.option;

import io.m17.greeks.AmericanExpiry;
import io.m17.greeks.Right;
import java.util.List;
import java.util.Locale;

/// Converged American prices of [OptionCase], and how far the production setting is from them.
///
/// @param converged a price a case
/// @param worst     the largest error, in the unit of a spot of 100
public record AmericanErrors(List<OptionCase> cases, double[] converged, double worst) {
    public static AmericanErrors measure() {
        List<OptionCase> cases = OptionCase.all();
        double[] converged = new double[cases.size()];
        double worst = 0;
        for (int i = 0; i < converged.length; i++) {
            OptionCase option = cases.get(i);
            converged[i] = price(AmericanExpiry.converged(option.terms()), option);
            worst = Math.max(worst, Math.abs(price(new AmericanExpiry(option.terms()), option) - converged[i]));
        }
        return new AmericanErrors(cases, converged, worst);
    }

    private static double price(AmericanExpiry expiry, OptionCase option) {
        return expiry.price(option.spot(), option.strike(), option.volatility(), option.right());
    }

    /// A line a case: strike, days, rate, yield, volatility, 1 for a call and −1 for a put, converged price.
    public String lines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < converged.length; i++) {
            OptionCase option = cases.get(i);
            lines.append(String.format(
                    Locale.ROOT,
                    "%s %d %s %s %s %d %.12f%n",
                    option.strike(),
                    option.days(),
                    option.rate(),
                    option.dividendYield(),
                    option.volatility(),
                    option.right() == Right.CALL ? 1 : -1,
                    converged[i]));
        }
        return lines.toString();
    }
}
