package io.m17.aggregation;

import io.m17.ledger.engine.Engine;
import io.m17.publication.DerivedEngine;

/// Makes the engine that fills `aggs_1m` to `aggs_4h`: rolling windows `[T, T + w)` stored at every minute T.
///
/// Inputs: trades with their sides, and on chains the Greeks. Outputs: aggregate artifacts, `aggregate.map`, the
/// slots. A window is published once all of its minutes are there, clipped by the session's end with `complete`
/// false, never in progress. Where the aggressor side cannot be had, all volume is of unknown side; where Greeks
/// cannot be had, the delta flow is undefined. A window whose inputs change is derived again.
public final class AggregationEngine {
    private static final int PART_ROWS = 1 << 18;

    private AggregationEngine() {}

    public static Engine create() {
        return new DerivedEngine(new AggregateDerivation(), PART_ROWS);
    }
}
