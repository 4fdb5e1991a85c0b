package io.m17.cli;

import io.m17.config.SettingsException;
import io.m17.ledger.calendar.ExchangeCalendar;
import io.m17.ledger.calendar.TradingSession;
import io.m17.report.Json;
import io.m17.report.NewYork;
import io.m17.simulator.MarketSimulator;
import io.m17.simulator.SimulatedDay;
import io.m17.simulator.SimulatedFile;
import io.m17.simulator.SimulationConfig;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `m17 simulate`: a synthetic day as the vendor's files.
@Command(
        name = "simulate",
        description = "Writes a synthetic day as the vendor's files, with the truth that a right run must produce.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final long LARGE_TRADES = 1_000_000;
    private static final long LARGE_QUOTES = 4_000_000;

    /// How large a day is.
    enum Preset {
        DEMO,
        SMALL,
        LARGE
    }

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the files go.")
    private Path out = Path.of("");

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "demo, small, or large (200 equities, no options). Default: ${DEFAULT-VALUE}.")
    private Preset preset = Preset.DEMO;

    @Option(names = "--seed", paramLabel = "N", description = "Decides every row; the same seed gives the same bytes.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--date", paramLabel = "DATE", description = "The session, as 2025-06-02.")
    private Optional<LocalDate> date = Optional.empty();

    @Option(names = "--early", description = "The first early close at or after the date.")
    private boolean early;

    @Option(names = "--trades", paramLabel = "N", description = "About so many stock trades.")
    private Optional<Long> trades = Optional.empty();

    @Option(names = "--quotes", paramLabel = "N", description = "About so many stock quotes.")
    private Optional<Long> quotes = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final Terminal terminal;

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        SimulationConfig config = config();
        try (ProgressView view = ProgressView.of(terminal)) {
            SimulatedDay day = MarketSimulator.write(
                    config, out, (symbol, done, total) -> view.show(done, total, "instruments, " + symbol));
            print(day);
            return ExitCode.DONE;
        } catch (FileAlreadyExistsException e) {
            throw new SettingsException(
                    "a file stands there already, nothing was replaced [file=" + e.getFile()
                            + "]; choose another --out or --date",
                    e);
        }
    }

    private SimulationConfig config() {
        SimulationConfig base =
                switch (preset) {
                    case DEMO -> SimulationConfig.demo();
                    case SMALL -> SimulationConfig.small();
                    case LARGE -> SimulationConfig.large(LARGE_TRADES, LARGE_QUOTES);
                };
        TradingSession session = session(date.orElse(base.date()));
        SimulationConfig dated = base.withDate(session.date())
                .withClose(NewYork.timeOf(session.closeNs()))
                .withSeed(seed.orElse(base.seed()));
        try {
            return dated.withStockRows(
                    trades.orElse(dated.stockTrades()), quotes.orElse(dated.stockQuotes()));
        } catch (IllegalArgumentException e) {
            throw new SettingsException("the day cannot be simulated: " + e.getMessage(), e);
        }
    }

    private TradingSession session(LocalDate wanted) {
        ExchangeCalendar calendar = ExchangeCalendar.nyse();
        if (!early) {
            SessionOptions.check(wanted);
            return calendar.session(wanted).orElseThrow();
        }
        return calendar.sessions(wanted, wanted.plusYears(1)).stream()
                .filter(TradingSession::earlyClose)
                .findFirst()
                .orElseThrow(() -> new SettingsException(
                        "no early close within a year [date=" + wanted + "]; choose another --date"));
    }

    private void print(SimulatedDay day) {
        List<SimulatedFile> files = day.files().values().stream()
                .sorted(java.util.Comparator.comparing(SimulatedFile::path))
                .toList();
        if (output.json()) {
            var document = Json.object()
                    .put("root", day.root().toString())
                    .put("date", day.config().date().toString())
                    .put("seed", day.config().seed())
                    .put("truth", day.truth().toString());
            document.set(
                    "files",
                    Json.array(files, file -> Json.object()
                            .put("path", file.path().toString())
                            .put("rows", file.rows())
                            .put("csv_bytes", file.csvBytes())));
            terminal.print(document);
            return;
        }
        files.forEach(file -> terminal.out().println(file.path() + ", " + file.rows() + " rows"));
        terminal.out().println(day.truth());
        terminal.out().println("next: m17 run --until-complete --flatfiles " + day.root() + " --treasury "
                + day.root().resolve("treasury"));
    }
}
