package io.m17.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.daemon.Daemon;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.check.Finding;
import io.m17.ledger.check.LedgerVerifier;
import io.m17.ledger.check.Verification;
import io.m17.ledger.state.StateLayout;
import io.m17.report.DeepCheck;
import io.m17.report.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `m17 verify`: the chain from slot to record to file.
@Command(
        name = "verify",
        description = "Checks every byte that m17 wrote: ledgers, maps, logs, artifacts, and how they hang together.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Option(names = "--deep", description = "Also read the rows behind every slot again and compare their checksum.")
    private boolean deep;

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private SessionOptions sessions = new SessionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final Terminal terminal;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        LedgerOptions options = Daemon.options(state.settings());
        Verification verification =
                LedgerVerifier.verify(new StateLayout(options.stateDir()), options, sessions.named());
        List<Finding> findings = new ArrayList<>(verification.findings());
        long rows = deep && findings.isEmpty() ? readRows(options, findings) : 0;
        if (output.json()) {
            terminal.print(json(verification, findings, rows));
        } else {
            print(verification, findings, rows);
        }
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }

    private long readRows(LedgerOptions options, List<Finding> findings) {
        long rows = 0;
        try (Ledger ledger = Ledger.openReadOnly(options)) {
            for (LocalDate date : sessions.of(ledger)) {
                try (DeepCheck check = new DeepCheck(ledger, ledger.session(date))) {
                    findings.addAll(check.run());
                    rows += check.rows();
                }
            }
        }
        return rows;
    }

    private void print(Verification verification, List<Finding> findings, long rows) {
        findings.forEach(finding -> terminal.out().println(finding));
        verification.unreferenced().forEach(file -> terminal.out().println("note: nothing points at " + file));
        terminal.out()
                .printf(
                        java.util.Locale.ROOT,
                        "%s [findings=%d, sessions=%d, slots=%d, records=%d, artifacts=%d%s]%n",
                        findings.isEmpty() ? "sound" : "damaged",
                        findings.size(),
                        verification.sessions(),
                        verification.slots(),
                        verification.records(),
                        verification.artifacts(),
                        deep ? ", rows=" + rows : "");
        if (deep && !verification.findings().isEmpty()) {
            terminal.out().println("rows were not read: mend what was found first, m17 run does");
        }
    }

    private ObjectNode json(Verification verification, List<Finding> findings, long rows) {
        ObjectNode node = Json.object()
                .put("sound", findings.isEmpty())
                .put("sessions", verification.sessions())
                .put("slots", verification.slots())
                .put("records", verification.records())
                .put("artifacts", verification.artifacts())
                .put("rows", rows);
        node.set(
                "findings",
                Json.array(
                        findings,
                        finding -> Json.object()
                                .put("file", finding.file())
                                .put("where", finding.where())
                                .put("what", finding.what())));
        node.set("unreferenced", Json.texts(verification.unreferenced()));
        return node;
    }
}
