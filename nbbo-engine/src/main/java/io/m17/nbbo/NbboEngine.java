package io.m17.nbbo;

import io.m17.ledger.engine.Engine;
import io.m17.publication.DerivedEngine;

/// Makes the engine that fills `aggressor_ref`: every trade with the NBBO before it, its side, the rule that
/// decided, and the spreads that it paid.
///
/// Inputs: trades and quotes of the window, the state that earlier windows hand on, and the quotes a horizon later,
/// for which nothing waits. Outputs: aggressor artifacts,
/// `aggressor.map`, the slots. A window whose trades or quotes cannot be had is left empty with that reason; a window
/// whose inputs change is derived again.
public final class NbboEngine {
    private static final int PART_ROWS = 1 << 19;

    private NbboEngine() {}

    public static Engine create(AggressorPolicy policy) {
        return new DerivedEngine(new AggressorDerivation(policy), PART_ROWS);
    }
}
