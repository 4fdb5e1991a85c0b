package io.m17.cli;

import io.m17.daemon.Daemon;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.check.Finding;
import io.m17.ledger.check.LedgerVerifier;
import io.m17.ledger.check.Verification;
import io.m17.ledger.state.StateLayout;
import io.m17.report.DeepCheck;
import io.m17.report.VerificationReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
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
        VerificationReport report =
                new VerificationReport(verification, findings, deep ? OptionalLong.of(rows) : OptionalLong.empty());
        if (output.json()) {
            terminal.print(report.json());
        } else {
            print(report);
        }
        return report.sound() ? ExitCode.DONE : ExitCode.NO;
    }

    private void print(VerificationReport report) {
        report.print(terminal.out());
        if (deep && !report.verification().findings().isEmpty()) {
            terminal.out().println("rows were not read: mend what was found first, m17 run does");
        }
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
}
