package io.m17.ledger;

/// The kinds of instrument on the symbol axis, told apart by the form of the symbol.
public enum InstrumentKind {
    /// An equity, ETF or index: `SPY`.
    EQUITY,
    /// All option contracts of one root: `O:SPY`.
    CHAIN,
    /// One option contract: `O:SPY251219C00650000`.
    CONTRACT;

    private static final int CONTRACT_SUFFIX_LENGTH = 15;

    public static InstrumentKind of(String symbol) {
        if (!symbol.startsWith("O:")) {
            return EQUITY;
        }
        return symbol.length() > 2 + CONTRACT_SUFFIX_LENGTH ? CONTRACT : CHAIN;
    }
}
