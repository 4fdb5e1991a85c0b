package io.m17.aggregation;

import io.m17.publication.Derivation;

/// What the engine does that fills `aggs_1m` to `aggs_4h`: rolling windows `[T, T + w)` stored at every minute T.
///
/// Inputs: trades with their sides, and on chains the Greeks. Outputs: aggregate artifacts, `aggregate.map`, the
/// slots. A window is published once all of its minutes are there, clipped by the session's end with `complete`
/// false, never in progress. Where the aggressor side cannot be had, all volume is of unknown side; where Greeks
/// cannot be had, the delta flow is undefined. A window whose inputs or rules change is derived again.
public final class AggregationEngine {
    private AggregationEngine() {}

    public static Derivation derivation(AggregationPolicy policy) {
        return new AggregateDerivation(policy);
    }
}
