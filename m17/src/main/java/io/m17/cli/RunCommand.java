package io.m17.cli;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.config.Settings;
import io.m17.daemon.Daemon;
import io.m17.report.CoverageReport;
import io.m17.report.Json;
import io.m17.report.MissingReport;
import java.time.LocalDate;
import java.util.concurrent.Callable;
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

    @Option(
            names = "--until-complete",
            description = "End when nothing is left to do; exit 0 when no expected window is missing, else 1.")
    private boolean untilComplete;

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
        Logging.informative(untilComplete && terminal.interactive() ? Level.WARN : Level.INFO);
        return untilComplete ? runToEnd(settings) : serve(settings);
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
            if (output.json()) {
                terminal.print(json(run));
            } else {
                print(run);
            }
            return run.complete() ? ExitCode.DONE : ExitCode.NO;
        }
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
