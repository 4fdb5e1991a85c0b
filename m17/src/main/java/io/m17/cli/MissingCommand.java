package io.m17.cli;

import io.m17.ledger.Ledger;
import io.m17.report.Json;
import io.m17.report.MissingReport;
import io.m17.report.MissingWindows;
import io.m17.report.WindowFilter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `m17 missing`: what is expected and not there, and why.
@Command(
        name = "missing",
        description = "Lists what is missing per session, symbol and column, with the first gap and the reason.",
        mixinStandardHelpOptions = true)
final class MissingCommand implements Callable<Integer> {
    @Mixin
    private FilterOptions windows = new FilterOptions();

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private SessionOptions sessions = new SessionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final Terminal terminal;

    MissingCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        WindowFilter filter = windows.filter();
        try (Ledger ledger = state.openReadOnly()) {
            windows.check(ledger);
            List<MissingWindows> missing = sessions.of(ledger).stream()
                    .flatMap(date -> MissingWindows.of(ledger.session(date), filter).stream())
                    .toList();
            print(missing);
            return missing.isEmpty() ? ExitCode.DONE : ExitCode.NO;
        }
    }

    private void print(List<MissingWindows> missing) {
        if (output.json()) {
            var document = Json.object()
                    .put("complete", missing.isEmpty())
                    .put(
                            "missing",
                            missing.stream().mapToLong(MissingWindows::missing).sum());
            document.set("lines", Json.array(missing, MissingReport::json));
            terminal.print(document);
        } else if (missing.isEmpty()) {
            terminal.out().println("nothing is missing");
        } else {
            MissingReport.print(missing, Integer.MAX_VALUE, terminal.out());
        }
    }
}
