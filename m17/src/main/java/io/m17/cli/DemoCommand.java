package io.m17.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.config.Overrides;
import io.m17.config.Settings;
import io.m17.config.SettingsFile;
import io.m17.daemon.Daemon;
import io.m17.demo.DemoDay;
import io.m17.demo.Examples;
import io.m17.demo.TruthCheck;
import io.m17.ledger.Ledger;
import io.m17.ledger.session.SessionLedger;
import io.m17.report.Json;
import io.m17.report.MissingReport;
import io.m17.report.Table;
import io.m17.simulator.SimulationConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `m17 demo`: a simulated day from vendor files to Greeks, held against its truth.
@Command(
        name = "demo",
        description = "Simulates a day, fills a ledger from it, and holds every column against the truth.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final int MOST_LINES = 20;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the day and its ledger go. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("m17-demo");

    @Option(names = "--state-dir", paramLabel = "DIR", description = "The state directory; ledger.state in --out.")
    private Optional<Path> stateDir = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Decides every row of the day.")
    private Optional<Long> seed = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final Terminal terminal;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path state = stateDir.orElse(out.resolve("ledger.state"));
        SimulationConfig config = SimulationConfig.demo();
        say("a simulated day and its ledger go to " + out.toAbsolutePath() + "; remove it when you are done");
        DemoDay day = simulate(config.withSeed(seed.orElse(config.seed())));
        say(day.reused() ? "the day is there already, it is used again" : "the day is simulated");
        Settings settings = SettingsFile.defaults(new Overrides(
                Optional.of(state),
                Optional.of(day.vendor()),
                Optional.of(day.vendor().resolve("treasury")),
                List.of(day.truth().date())));
        try (Interruption interruption = Interruption.ofCommand()) {
            CompleteRun run = CompleteRun.of(settings, terminal, interruption);
            return report(settings, day, run);
        }
    }

    private DemoDay simulate(SimulationConfig config) throws IOException {
        try (ProgressView view = ProgressView.of(terminal, "instruments simulated")) {
            return DemoDay.prepare(out, config, (symbol, done, total) -> view.show(done, total, symbol));
        }
    }

    private void say(String line) {
        if (!output.json()) {
            terminal.out().println(line);
        }
    }

    private int report(Settings settings, DemoDay day, CompleteRun run) {
        try (Ledger ledger = Ledger.openReadOnly(Daemon.options(settings))) {
            SessionLedger session = ledger.session(day.truth().date());
            List<TruthCheck> checks = TruthCheck.of(session, day.truth());
            boolean right = run.complete() && checks.stream().allMatch(TruthCheck::equal);
            if (output.json()) {
                terminal.print(json(day, settings, right, checks));
            } else {
                print(day, settings, run, checks, new Examples(ledger, session));
            }
            return right ? ExitCode.DONE : ExitCode.NO;
        }
    }

    private void print(DemoDay day, Settings settings, CompleteRun run, List<TruthCheck> checks, Examples examples) {
        terminal.out().println("session " + day.truth().date());
        Table table = Table.of("column", "expected", "filled", "known-empty", "rows", "against the truth");
        checks.forEach(check -> table.row(
                check.column().label(),
                check.counts().expected(),
                check.counts().filled(),
                check.counts().knownEmpty(),
                check.rows(),
                check.equal() ? "equal" : check.difference()));
        table.print(terminal.out());
        if (!run.missing().isEmpty()) {
            MissingReport.print(run.missing(), MOST_LINES, terminal.out());
        }
        run.completion()
                .stuck()
                .forEach((engine, failure) -> terminal.out().println("engine " + engine + " failed: " + failure));
        examples.bar().ifPresent(line -> terminal.out().println("a bar        " + line));
        examples.aggressor().ifPresent(line -> terminal.out().println("an aggressor " + line));
        examples.greeks().ifPresent(line -> terminal.out().println("a Greek      " + line));
        next(day, settings);
    }

    private void next(DemoDay day, Settings settings) {
        Path state = settings.state().directory();
        terminal.out().println("next:");
        terminal.out().println("  m17 window SPY " + day.truth().date() + "T10:31 --state-dir " + state);
        terminal.out().println("  m17 verify --deep --state-dir " + state);
        terminal.out()
                .println("  duckdb -c \"select * from '" + state
                        + "/session=*/artifacts/aggregate/*/*.parquet' limit 5\"");
        terminal.out().println("  m17 run --flatfiles DIR --treasury DIR     with the vendor's files of your own");
    }

    private static ObjectNode json(DemoDay day, Settings settings, boolean right, List<TruthCheck> checks) {
        ObjectNode node = Json.object()
                .put("right", right)
                .put("date", day.truth().date().toString())
                .put("seed", day.truth().seed())
                .put("state_dir", settings.state().directory().toString());
        ObjectNode columns = node.putObject("columns");
        checks.forEach(check -> columns.putObject(check.column().label())
                .put("expected", check.counts().expected())
                .put("filled", check.counts().filled())
                .put("known_empty", check.counts().knownEmpty())
                .put("rows", check.rows())
                .put("difference", check.difference()));
        return node;
    }
}
