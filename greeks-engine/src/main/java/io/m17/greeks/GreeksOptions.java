package io.m17.greeks;

import java.util.Map;

/// What the Greeks depend on besides the market: configuration.
///
/// @param dividendYield of every underlying that is not in `dividendYields`
/// @param dividendYields by underlying
public record GreeksOptions(
        DividendYield dividendYield, Map<String, DividendYield> dividendYields, ExerciseRules exercise) {
    public GreeksOptions {
        dividendYields = Map.copyOf(dividendYields);
    }

    /// The dividend yield of an underlying.
    DividendYield dividendYieldOf(String underlying) {
        return dividendYields.getOrDefault(underlying, dividendYield);
    }
}
