package io.m17.greeks;

import io.m17.publication.InputDigest;

/// What configuration says of one chain: exercise, settlement, dividend yield.
record ChainTerms(ExerciseRule exercise, DividendYield dividendYield) {
    /// Changes with the model, so that windows of an older one are derived again.
    private static final int MODEL = 2;

    static ChainTerms of(String root, String underlying, GreeksOptions options) {
        return new ChainTerms(options.exercise().of(root), options.dividendYieldOf(underlying));
    }

    /// A digest of all of it, the same on every machine.
    int digest() {
        int yield = switch (dividendYield) {
            case DividendYield.Fixed fixed -> InputDigest.of(0, Double.hashCode(fixed.value()));
            case DividendYield.Implied implied -> InputDigest.of(1, Double.hashCode(implied.otherwise()));
        };
        return InputDigest.of(
                MODEL, exercise.style().ordinal(), exercise.settlement().ordinal(), yield);
    }
}
