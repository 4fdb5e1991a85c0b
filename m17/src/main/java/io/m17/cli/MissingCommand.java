package io.m17.cli;

import io.m17.ledger.Ledger;
import io.m17.ledger.SlotColumn;
import io.m17.report.Json;
import io.m17.report.MissingFilter;
import io.m17.report.MissingReport;
import io.m17.report.MissingWindows;
import io.m17.report.TimeBound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `m17 missing`: what is expected and not there, and why.
@Command(
        name = "missing",
        description = "Lists what is missing per session, symbol and column, with the first gap and the reason.",
        mixinStandardHelpOptions = true)
final class MissingCommand implements Callable<Integer> {
    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only this instrument.")
    private Optional<String> symbol = Optional.empty();

    @Option(names = "--column", paramLabel = "COLUMN", description = "Only this column; may stand several times.")
    private List<SlotColumn> columns = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Only windows from here on: a date, or a time as of window.")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Only windows up to this date, or that start before this time.")
    private Optional<String> to = Optional.empty();

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
        MissingFilter filter = new MissingFilter(
                symbol,
                columns,
                from.map(TimeBound::fromNs).orElse(Long.MIN_VALUE),
                to.map(TimeBound::toNs).orElse(Long.MAX_VALUE));
        try (Ledger ledger = state.openReadOnly()) {
            symbol.ifPresent(name -> Symbols.known(ledger, name));
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
