package io.m17.nbbo;

import io.m17.ledger.engine.Engine;
import io.m17.publication.DerivedEngine;

/// Makes the engine that fills `aggressor_ref`: every trade with the NBBO before it, its side and the rule that
/// decided, after Lee and Ready.
///
/// Inputs: trades and quotes of the window, and the state that earlier windows hand on. Outputs: aggressor artifacts,
/// `aggressor.map`, the slots. A window whose trades or quotes cannot be had is left empty with that reason; a window
/// whose inputs change is derived again.
public final class NbboEngine {
    private static final int PART_ROWS = 1 << 19;

    private NbboEngine() {}

    public static Engine create(CrossedPolicy crossed) {
        return new DerivedEngine(new AggressorDerivation(crossed), PART_ROWS);
    }
}
