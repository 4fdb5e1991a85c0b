package io.m17.cli;

import io.m17.config.Settings;
import io.m17.daemon.Daemon;
import io.m17.daemon.Engines;
import io.m17.ledger.Ledger;
import io.m17.publication.Derivation;
import io.m17.report.Json;
import io.m17.report.StaleReport;
import io.m17.report.StaleWindows;
import io.m17.report.WindowFilter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `m17 stale`: derived windows that are not what their inputs say any more.
@Command(
        name = "stale",
        description = "Lists derived windows whose inputs or configuration have changed since; run derives them again.",
        mixinStandardHelpOptions = true)
final class StaleCommand implements Callable<Integer> {
    @Mixin
    private FilterOptions windows = new FilterOptions();

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private SessionOptions sessions = new SessionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final Terminal terminal;

    StaleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        WindowFilter filter = windows.filter();
        Settings settings = state.settings();
        List<Derivation> derivations = Engines.derivations(settings);
        try (Ledger ledger = Ledger.openReadOnly(Daemon.options(settings))) {
            windows.check(ledger);
            List<StaleWindows> stale = sessions.of(ledger).stream()
                    .flatMap(date -> StaleWindows.of(ledger, ledger.session(date), derivations, filter).stream())
                    .toList();
            print(stale);
            return stale.isEmpty() ? ExitCode.DONE : ExitCode.NO;
        }
    }

    private void print(List<StaleWindows> stale) {
        if (output.json()) {
            var document = Json.object()
                    .put("clean", stale.isEmpty())
                    .put(
                            "stale",
                            stale.stream()
                                    .mapToLong(line -> line.minutes().cardinality())
                                    .sum());
            document.set("lines", Json.array(stale, StaleReport::json));
            terminal.print(document);
        } else if (stale.isEmpty()) {
            terminal.out().println("nothing is stale");
        } else {
            StaleReport.print(stale, terminal.out());
        }
    }
}
