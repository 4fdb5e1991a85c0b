package io.m17.cli;

import io.m17.config.SettingsException;
import io.m17.ledger.Ledger;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.report.Provenance;
import io.m17.report.ProvenanceReader;
import io.m17.report.ProvenanceReport;
import io.m17.report.WindowPlace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `m17 explain`: what a cell was made from.
@Command(
        name = "explain",
        description = "Shows what a cell was made from: its inputs, their versions, artifacts and vendor files.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private WindowParameters parameters = new WindowParameters();

    @Parameters(index = "2", paramLabel = "COLUMN", description = "A column: trade_ref, aggs_5m.")
    private SlotColumn column = SlotColumn.TRADE;

    @Option(
            names = "--depth",
            paramLabel = "LEVELS",
            defaultValue = "8",
            description = "How many levels of inputs; 8 reaches the vendor's files of every column.")
    private int depth;

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final Terminal terminal;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        WindowPlace place = parameters.place();
        if (depth < 0) {
            throw new SettingsException("a depth is not negative [depth=" + depth + "]");
        }
        try (Ledger ledger = state.openReadOnly()) {
            int symbolId = parameters.symbolId(ledger);
            SessionLedger session = place.session(ledger);
            if (!session.listed(symbolId)) {
                throw new SettingsException("the session does not list the symbol [symbol=" + parameters.symbol()
                        + ", session=" + place.date() + "]; m17 missing names the symbols of a session");
            }
            Provenance subject = new ProvenanceReader(ledger, session).read(column, symbolId, place.minute(), depth);
            ProvenanceReport report = new ProvenanceReport(session, subject);
            if (output.json()) {
                terminal.print(report.json());
            } else {
                report.print(terminal.out());
            }
            return subject.slot().standing() ? ExitCode.DONE : ExitCode.NO;
        }
    }
}
