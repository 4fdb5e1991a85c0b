package io.m17.greeks;

import io.m17.publication.Derivation;

/// What the engine does that fills `greeks_ref` of option chains: implied volatility and Greeks of every
/// quoted contract at the end of each minute, with the exercise of their root.
///
/// Inputs: the rate slot, the chain's quotes, the quotes of its underlying. Outputs: Greeks artifacts,
/// `greeks.map`, the slots. What cannot be calculated is NaN with a reason in its row; a window whose inputs cannot
/// be had is left empty with that reason. A window is derived again when its rate, the chain's last quotes or the
/// underlying's change.
public final class GreeksEngine {
    private GreeksEngine() {}

    public static Derivation derivation(GreeksOptions options) {
        return new GreeksDerivation(options);
    }
}
