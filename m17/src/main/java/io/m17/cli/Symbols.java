package io.m17.cli;

import io.m17.config.SettingsException;
import io.m17.ledger.Ledger;

/// Symbols as they are typed.
final class Symbols {
    private Symbols() {}

    /// The id of a symbol that the ledger knows.
    static int known(Ledger ledger, String symbol) {
        return ledger.symbols()
                .id(symbol)
                .orElseThrow(() -> new SettingsException("the ledger knows no such symbol [symbol=" + symbol
                        + ", symbols=" + ledger.symbols().count() + "]; upper and lower case count, chains are O:SPY"));
    }
}
