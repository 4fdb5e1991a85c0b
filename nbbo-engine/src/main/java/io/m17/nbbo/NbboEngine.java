package io.m17.nbbo;

import io.m17.publication.Derivation;

/// What the engine does that fills `aggressor_ref`: every trade with the NBBO before it, its side, the rule that
/// decided, and the spreads that it paid.
///
/// Inputs: trades and quotes of the window, the state that earlier windows hand on, and the quotes a horizon later,
/// for which nothing waits. Outputs: aggressor artifacts,
/// `aggressor.map`, the slots. A window whose trades or quotes cannot be had is left empty with that reason; a window
/// whose inputs change is derived again.
public final class NbboEngine {
    private NbboEngine() {}

    public static Derivation derivation(AggressorPolicy policy) {
        return new AggressorDerivation(policy);
    }
}
