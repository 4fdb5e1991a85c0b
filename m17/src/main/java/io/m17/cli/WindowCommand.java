package io.m17.cli;

import io.m17.ledger.Ledger;
import io.m17.report.WindowPlace;
import io.m17.report.WindowReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `m17 window`: the two rows of a window.
@Command(
        name = "window",
        description = "Shows the two rows of a window: every slot, and the payload and artifact behind it.",
        mixinStandardHelpOptions = true)
final class WindowCommand implements Callable<Integer> {
    @Mixin
    private WindowParameters parameters = new WindowParameters();

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
        WindowPlace place = parameters.place();
        try (Ledger ledger = state.openReadOnly()) {
            int symbolId = parameters.symbolId(ledger);
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
