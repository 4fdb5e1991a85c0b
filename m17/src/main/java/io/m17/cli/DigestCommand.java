package io.m17.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.ledger.Ledger;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.check.LedgerDigest;
import io.m17.report.Json;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `m17 digest`: a hash a session and column.
@Command(
        name = "digest",
        description = "Prints a hash per session and column that depends on the content alone.",
        mixinStandardHelpOptions = true)
final class DigestCommand implements Callable<Integer> {
    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private SessionOptions sessions = new SessionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final Terminal terminal;

    DigestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ObjectNode document = Json.object();
        ObjectNode bySession = document.putObject("sessions");
        try (Ledger ledger = state.openReadOnly()) {
            for (LocalDate date : sessions.of(ledger)) {
                Map<SlotColumn, String> digests = LedgerDigest.of(ledger.session(date));
                if (output.json()) {
                    ObjectNode columns = bySession.putObject(date.toString());
                    digests.forEach((column, digest) -> columns.put(column.label(), digest));
                } else {
                    digests.forEach(
                            (column, digest) -> terminal.out().println(date + " " + column.label() + " " + digest));
                }
            }
        }
        if (output.json()) {
            terminal.print(document);
        }
        return ExitCode.DONE;
    }
}
