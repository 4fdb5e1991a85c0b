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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        try (ProgressView view = ProgressView.of(terminal, "instruments")) {
            SimulatedDay day =
                    MarketSimulator.write(config, out, (symbol, done, total) -> view.show(done, total, symbol));
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
        SimulationConfig base = switch (preset) {
            case DEMO -> SimulationConfig.demo();
            case SMALL -> SimulationConfig.small();
            case LARGE -> SimulationConfig.large(LARGE_TRADES, LARGE_QUOTES);
        };
        TradingSession session = session(date.orElse(base.date()));
        try {
            return sized(base)
                    .withDate(session.date())
                    .withClose(NewYork.timeOf(session.closeNs()))
                    .withSeed(seed.orElse(base.seed()));
        } catch (IllegalArgumentException e) {
            throw new SettingsException("the day cannot be simulated: " + e.getMessage(), e);
        }
    }

    private SimulationConfig sized(SimulationConfig base) {
        return new SimulationConfig(
                base.seed(),
                base.date(),
                base.close(),
                base.equities(),
                base.chains(),
                trades.orElse(base.stockTrades()),
                quotes.orElse(base.stockQuotes()),
                base.optionTrades(),
                base.optionQuotes(),
                base.expirations(),
                base.strikes(),
                base.outOfOrderShare(),
                base.optionParticipantTimestamps(),
                base.dividendYield());
    }

    private TradingSession session(LocalDate wanted) {
        ExchangeCalendar calendar = ExchangeCalendar.nyse();
        SessionOptions.checkYear(wanted);
        if (!early) {
            SessionOptions.check(wanted);
            return calendar.session(wanted).orElseThrow();
        }
        return calendar
                .sessions(wanted, LocalDate.of(Math.min(wanted.getYear() + 1, ExchangeCalendar.LAST_YEAR), 12, 31))
                .stream()
                .filter(TradingSession::earlyClose)
                .findFirst()
                .orElseThrow(() -> new SettingsException(
                        "no early close is known after that day [date=" + wanted + "]; choose another --date"));
    }

    private void print(SimulatedDay day) {
        List<SimulatedFile> files = day.files().values().stream()
                .sorted(Comparator.comparing(SimulatedFile::path))
                .toList();
        if (output.json()) {
            var document = Json.object()
                    .put("root", day.root().toString())
                    .put("date", day.config().date().toString())
                    .put("seed", day.config().seed())
                    .put("truth", day.truth().toString());
            document.set(
                    "files",
                    Json.array(
                            files,
                            file -> Json.object()
                                    .put("path", file.path().toString())
                                    .put("rows", file.rows())
                                    .put("csv_bytes", file.csvBytes())));
            terminal.print(document);
            return;
        }
        files.forEach(file -> terminal.out().println(file.path() + ", " + file.rows() + " rows"));
        terminal.out().println(day.truth());
        terminal.out()
                .println("next: m17 run --until-complete --flatfiles " + day.root() + " --treasury "
                        + day.root().resolve("treasury"));
    }
}
