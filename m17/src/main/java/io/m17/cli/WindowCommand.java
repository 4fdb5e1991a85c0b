package io.m17.cli;

import io.m17.ledger.Ledger;
import io.m17.report.WindowPlace;
import io.m17.report.WindowReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `m17 window`: the two rows of a window.
@Command(
        name = "window",
        description = "Shows the two rows of a window: every slot, and the payload and artifact behind it.",
        mixinStandardHelpOptions = true)
final class WindowCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SYMBOL", description = "An instrument: SPY, O:SPY.")
    private String symbol = "";

    @Parameters(
            index = "1",
            paramLabel = "WINDOW",
            description = "New York time 2025-06-02T09:31, an instant 2025-06-02T13:31:00Z, or an id 2025:103:001.")
    private String window = "";

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final Terminal terminal;

    WindowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        WindowPlace place = WindowPlace.parse(window);
        try (Ledger ledger = state.openReadOnly()) {
            int symbolId = Symbols.known(ledger, symbol);
            WindowReport report = new WindowReport(ledger, place.session(ledger), symbolId, place.minute());
            if (output.json()) {
                terminal.print(report.json());
            } else {
                report.print(terminal.out());
            }
            return ExitCode.DONE;
        }
    }
}
