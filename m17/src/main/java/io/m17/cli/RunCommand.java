package io.m17.cli;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.config.Settings;
import io.m17.daemon.Daemon;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.check.LedgerVerifier;
import io.m17.ledger.state.StateLayout;
import io.m17.report.CoverageReport;
import io.m17.report.Json;
import io.m17.report.MissingReport;
import io.m17.report.VerificationReport;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `m17 run`: the daemon, or one run to the end.
@Command(
        name = "run",
        description =
                "Fills the ledger from the vendor's files and goes on watching them; or, once, until all is done.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final int MOST_LINES = 40;

    /// What belongs to a run that ends by itself.
    private static final class ToEnd {
        @Option(
                names = "--until-complete",
                required = true,
                description = "End when nothing is left to do; exit 0 when no expected window is missing, else 1.")
        private boolean untilComplete;

        @Option(
                names = "--verify",
                description = "Check every byte afterwards, as `m17 verify` does; exit 1 when something is damaged.")
        private boolean verify;
    }

    @ArgGroup(exclusive = false)
    private ToEnd toEnd = new ToEnd();

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Mixin
    private SessionOptions sessions = new SessionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final Terminal terminal;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Settings settings = state.settings(sources.overrides(sessions.named()));
        SourceOptions.check(settings);
        Logging.informative(toEnd.untilComplete && terminal.interactive() ? Level.WARN : Level.INFO);
        return toEnd.untilComplete ? runToEnd(settings) : serve(settings);
    }

    private int serve(Settings settings) {
        Interruption interruption = Interruption.ofService();
        try {
            try (Daemon daemon = Daemon.open(settings, terminal.clock())) {
                interruption.arm();
                daemon.start();
                daemon.serve(interruption.stop(), terminal.environment());
            }
            if (output.json()) {
                terminal.print(Json.object().put("stopped", true));
            }
            return ExitCode.DONE;
        } catch (RuntimeException | Error e) {
            interruption.failed(ExitCode.STATE);
            throw e;
        } finally {
            interruption.close();
        }
    }

    private int runToEnd(Settings settings) {
        try (Interruption interruption = Interruption.ofCommand()) {
            CompleteRun run = CompleteRun.of(settings, terminal, interruption);
            Optional<VerificationReport> check =
                    toEnd.verify && !run.completion().interrupted() ? Optional.of(verify(settings)) : Optional.empty();
            if (output.json()) {
                ObjectNode node = json(run);
                check.ifPresent(report -> node.set("verification", report.json()));
                terminal.print(node);
            } else {
                print(run);
                check.ifPresent(report -> report.print(terminal.out()));
            }
            boolean sound = check.map(VerificationReport::sound).orElse(true);
            return run.complete() && sound ? ExitCode.DONE : ExitCode.NO;
        }
    }

    private VerificationReport verify(Settings settings) {
        LedgerOptions options = Daemon.options(settings);
        StateLayout layout = new StateLayout(options.stateDir());
        return VerificationReport.of(LedgerVerifier.verify(layout, options, sessions.named()));
    }

    private void print(CompleteRun run) {
        CoverageReport.print(run.coverage(), terminal.out());
        if (!run.missing().isEmpty()) {
            terminal.out().println();
            terminal.out().println("missing:");
            MissingReport.print(run.missing(), MOST_LINES, terminal.out());
        }
        for (LocalDate date : run.absent()) {
            terminal.out().println("session " + date + ": there is no vendor file of it");
        }
        run.completion()
                .stuck()
                .forEach((engine, failure) ->
                        terminal.out().println("engine " + engine + " failed again and again: " + failure));
        if (run.completion().interrupted()) {
            terminal.out().println("interrupted; what is filled stays, the same command goes on from here");
        } else if (run.coverage().isEmpty() && run.absent().isEmpty()) {
            terminal.out().println("there is no session to work on; --flatfiles names the vendor's files");
        }
    }

    private static ObjectNode json(CompleteRun run) {
        ObjectNode node = Json.object()
                .put("complete", run.complete())
                .put("interrupted", run.completion().interrupted());
        node.set("sessions", Json.array(run.coverage(), CoverageReport::json));
        node.set("missing", Json.array(run.missing(), MissingReport::json));
        node.set(
                "absent_sessions",
                Json.texts(run.absent().stream().map(LocalDate::toString).toList()));
        ObjectNode stuck = node.putObject("stuck_engines");
        run.completion().stuck().forEach(stuck::put);
        return node;
    }
}
