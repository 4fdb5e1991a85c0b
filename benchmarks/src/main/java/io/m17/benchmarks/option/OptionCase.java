package io.m17.benchmarks.option;

import io.m17.greeks.ExpiryTerms;
import io.m17.greeks.Right;
import java.util.ArrayList;
import java.util.List;

/// A contract to be valued. Time is in whole days of years of 365, so that libraries that count dates agree.
public record OptionCase(
        double spot, double strike, int days, double rate, double dividendYield, double volatility, Right right) {
    private static final double[] STRIKES = {75, 85, 92, 96, 98.5, 101.5, 104, 108, 115, 125};
    private static final int[] DAYS = {7, 30, 91, 182, 365, 730};
    private static final double[][] CARRIES = {{0.05, 0}, {0.05, 0.013}, {0.04, 0.04}, {0.02, 0.06}, {0.08, 0.03}};
    private static final double[] VOLATILITIES = {0.1, 0.2, 0.3, 0.6};

    /// Calls and puts over strikes, expiries, rates, yields and volatilities as they are listed: 2400 contracts.
    public static List<OptionCase> all() {
        List<OptionCase> cases = new ArrayList<>();
        for (double strike : STRIKES) {
            for (int days : DAYS) {
                for (double[] carry : CARRIES) {
                    for (double volatility : VOLATILITIES) {
                        for (Right right : Right.values()) {
                            cases.add(new OptionCase(100, strike, days, carry[0], carry[1], volatility, right));
                        }
                    }
                }
            }
        }
        return cases;
    }

    public ExpiryTerms terms() {
        return ExpiryTerms.of(days / 365.0, rate, dividendYield);
    }
}
