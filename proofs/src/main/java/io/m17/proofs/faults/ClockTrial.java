package io.m17.proofs.faults;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One daemon whose wall clock is set while it waits for files. Confined to one thread.
final class ClockTrial implements AutoCloseable {
    private static final long LIMIT_NS = TimeUnit.SECONDS.toNanos(240);
    private static final double SECONDS_A_MINUTE = 60;
    private static final double TOLERANCE_MINUTES = 5;
    private static final String QUOTES = "us_stocks_sip/quotes_v1/2025/06/2025-06-02.csv.gz";
    private static final String OPTION_QUOTES = "us_options_opra/quotes_v1/2025/06/2025-06-02.csv.gz";

    private final SampleDay day;
    private final Path files;
    private final Path clock;
    private final Path state;
    private final M17Process daemon;
    private final long endNs = System.nanoTime() + LIMIT_NS;
    private final List<String> failures = new ArrayList<>();

    private ClockTrial(SampleDay day, Path files, Path clock, Path state, M17Process daemon) {
        this.day = day;
        this.files = files;
        this.clock = clock;
        this.state = state;
        this.daemon = daemon;
    }

    /// Starts a daemon on a day without its quotes.
    static ClockTrial start(Path directory, SampleDay day, Path library) throws Exception {
        Path files = directory.resolve("day");
        copyWithoutQuotes(day.files(), files);
        Path config = Files.writeString(
                directory.resolve("m17.conf"),
                "metrics.port = 0, watch-interval = 200ms, flush.interval = 200ms, sessions = [\"2025-06-02\"]");
        Path clock = Files.writeString(directory.resolve("clock"), "+0\n");
        Path state = directory.resolve("state");
        M17Process daemon = M17Process.start(
                directory.resolve("daemon"),
                List.of(),
                environment(library, clock),
                M17Process.PROGRAM,
                "run",
                "--config",
                config.toString(),
                "--flatfiles",
                files.toString(),
                "--treasury",
                files.resolve("treasury").toString(),
                "--state-dir",
                state.toString());
        return new ClockTrial(day, files, clock, state, daemon);
    }

    /// The wall clock alone: without the last two, timed waits end at once and the JVM does nothing but wait.
    private static Map<String, String> environment(Path library, Path clock) {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "NO_FAKE_STAT",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    private static void copyWithoutQuotes(Path from, Path to) throws Exception {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String name = from.relativize(file).toString();
                if (!name.equals(QUOTES) && !name.equals(OPTION_QUOTES)) {
                    copy(file, to.resolve(name));
                }
            }
        }
    }

    private static void copy(Path file, Path to) throws Exception {
        Files.createDirectories(to.resolveSibling("."));
        Files.copy(file, to);
    }

    /// Whether a lag that goes the other way than the clock is found: a planted bug. For a daemon whose clock was not
    /// set yet.
    boolean findsAContraryLag(int jumpS) throws Exception {
        double lag = awaitLag();
        setClock(-jumpS);
        Optional<String> found = awaitLagAbout(lag + minutes(jumpS), lag);
        setClock(0);
        awaitLagAbout(lag, lag - minutes(jumpS)).ifPresent(failures::add);
        return found.isPresent();
    }

    /// Sets the clock, gives the daemon its quotes, and waits until all is filled; what did not hold.
    List<String> run(int jumpS) throws Exception {
        Map<String, Slot> before = awaitTrades();
        double lagBefore = awaitLag();
        setClock(jumpS);
        awaitLagAbout(lagBefore + minutes(jumpS), lagBefore).ifPresent(failures::add);
        for (String name : List.of(QUOTES, OPTION_QUOTES)) {
            copy(day.files().resolve(name), files.resolve(name));
        }
        while (!SampleDay.digest(state).equals(day.digest())) {
            pause();
        }
        awaitUpToDate();
        daemon.terminate();
        M17Process.End end = daemon.end();
        check(before, SampleDay.filled(state));
        if (end.code() != 0 || !SampleDay.digest(state).equals(day.digest())) {
            failures.add("the content is another, or the end is not clean [" + end + "]");
        }
        return failures;
    }

    private Map<String, Slot> awaitTrades() throws Exception {
        Map<String, Slot> filled = Map.of();
        while (filled.keySet().stream().noneMatch(place -> place.contains(SlotColumn.TRADE.label()))) {
            pause();
            filled = Files.exists(state.resolve("symbol-map.bin")) ? ready() : Map.of();
        }
        return filled;
    }

    /// What is filled, or nothing while the state is still being made.
    private Map<String, Slot> ready() {
        try {
            return SampleDay.filled(state);
        } catch (RuntimeException e) {
            return Map.of();
        }
    }

    /// The lag of the quotes, which nobody has.
    private double awaitLag() throws Exception {
        OptionalDouble lag = OptionalDouble.empty();
        while (lag.orElse(0) <= 0) {
            pause();
            lag = Scrape.of(daemon).lagMinutes(SlotColumn.QUOTE);
        }
        return lag.getAsDouble();
    }

    private void setClock(int offsetS) throws IOException {
        Files.writeString(clock, (offsetS < 0 ? "" : "+") + offsetS + "\n");
    }

    private static double minutes(int seconds) {
        return seconds / SECONDS_A_MINUTE;
    }

    /// Waits until the lag is as it is due; what it was, when it went elsewhere.
    private Optional<String> awaitLagAbout(double due, double before) throws Exception {
        double lag = before;
        while (Math.abs(lag - due) > TOLERANCE_MINUTES) {
            pause();
            lag = Scrape.of(daemon).lagMinutes(SlotColumn.QUOTE).orElse(0);
            boolean between = lag >= Math.min(before, due) && lag <= Math.max(before, due) + TOLERANCE_MINUTES;
            if (!between) {
                return Optional.of("window_lag is wrong [before=" + before + ", due=" + due + ", is=" + lag + "]");
            }
        }
        return Optional.empty();
    }

    private void awaitUpToDate() throws Exception {
        Scrape scrape = Scrape.of(daemon);
        while (!scrape.isUpToDate()) {
            pause();
            scrape = Scrape.of(daemon);
        }
        if (scrape.failures() > 0) {
            failures.add("turns of engines failed [count=" + scrape.failures() + "]");
        }
    }

    private void check(Map<String, Slot> before, Map<String, Slot> after) {
        failures.addAll(SampleDay.lost(before, after));
        long timeless = after.values().stream()
                .filter(slot -> slot.lastUpdatedNs() <= 0)
                .count();
        if (timeless > 0) {
            failures.add("slots have no time [count=" + timeless + "]");
        }
    }

    private void pause() throws Exception {
        if (!daemon.isAlive() || System.nanoTime() >= endNs) {
            throw new IllegalStateException("the daemon does not get there [log=" + daemon.log() + "]");
        }
        Thread.sleep(100);
    }

    @Override
    public void close() {
        daemon.close();
    }
}
