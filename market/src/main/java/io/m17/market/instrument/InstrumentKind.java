package io.m17.market.instrument;

/// What an instrument is; it decides which columns of the ledger are expected.
public enum InstrumentKind {
    EQUITY,
    OPTION_CHAIN,
    OPTION_CONTRACT
}
