package io.m17.cli;

import io.m17.ledger.Ledger;
import io.m17.report.WindowPlace;
import picocli.CommandLine.Parameters;

/// The instrument and the window that a command is asked about.
final class WindowParameters {
    @Parameters(index = "0", paramLabel = "SYMBOL", description = "An instrument: SPY, O:SPY.")
    private String symbol = "";

    @Parameters(
            index = "1",
            paramLabel = "WINDOW",
            description = "New York time 2025-06-02T09:31, an instant 2025-06-02T13:31:00Z, or an id 2025:103:001.")
    private String window = "";

    /// The instrument as it was typed.
    String symbol() {
        return symbol;
    }

    /// The window's place in its session.
    WindowPlace place() {
        return WindowPlace.parse(window);
    }

    /// The id of the instrument, which the ledger must know.
    int symbolId(Ledger ledger) {
        return Symbols.known(ledger, symbol);
    }
}
