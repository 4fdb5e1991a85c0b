package io.m17.proofs.faults;

import io.m17.ledger.Slot;
import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.Proof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Claim: as [ClockProof], on the real daemon: a wall clock that jumps while it works (back an hour, forward a day; set
/// by `libfaketime`, the
/// monotonic clock stays) loses no fill, refuses none, lets no version fall, and ends in the same content.
public final class FaketimeProof implements Proof {
    private static final long LIMIT_NS = TimeUnit.SECONDS.toNanos(240);
    private static final long NEEDED_SECONDS = 60;
    private static final List<String> JUMPS = List.of("-3600", "+86400", "-7200");
    private static final String QUOTES = "us_stocks_sip/quotes_v1/2025/06/2025-06-02.csv.gz";
    private static final String OPTION_QUOTES = "us_options_opra/quotes_v1/2025/06/2025-06-02.csv.gz";

    @Override
    public String name() {
        return "clock-daemon";
    }

    @Override
    public String unit() {
        return "clocks set";
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        Optional<Path> library = library();
        if (library.isEmpty()) {
            return Outcome.skipped("libfaketime is not here; install faketime");
        }
        if (budget.leftSeconds() < NEEDED_SECONDS) {
            return Outcome.skipped("libfaketime slows a JVM down; give it " + NEEDED_SECONDS + " seconds");
        }
        SampleDay day = SampleDay.of(budget);
        List<String> failures = new ArrayList<>();
        long count = 0;
        do {
            Path directory = budget.scratch().resolve("run-" + count);
            jump(directory, day, library.get(), JUMPS.get((int) (count % JUMPS.size())), failures);
            count++;
        } while (failures.isEmpty() && !budget.spent());
        return Outcome.of(count, failures);
    }

    private static Optional<Path> library() {
        return Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64")
                .map(directory -> Path.of(directory, "faketime", "libfaketime.so.1"))
                .filter(Files::exists)
                .findFirst();
    }

    private static void jump(Path directory, SampleDay day, Path library, String jump, List<String> failures)
            throws Exception {
        Path files = directory.resolve("day");
        copyAllBut(day.files(), files, List.of(QUOTES, OPTION_QUOTES));
        Path config = Files.writeString(
                directory.resolve("m17.conf"),
                "metrics.port = 0, watch-interval = 200ms, flush.interval = 200ms, sessions = [\"2025-06-02\"]");
        Path clock = Files.writeString(directory.resolve("clock"), "+0\n");
        Path state = directory.resolve("state");
        Map<String, String> environment = Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "DONT_FAKE_MONOTONIC",
                "1");
        try (M17Process daemon = M17Process.start(
                directory.resolve("daemon"),
                List.of(),
                environment,
                M17Process.PROGRAM,
                "run",
                "--config",
                config.toString(),
                "--flatfiles",
                files.toString(),
                "--treasury",
                files.resolve("treasury").toString(),
                "--state-dir",
                state.toString())) {
            Map<String, Slot> before = awaitTrades(daemon, state);
            Files.writeString(clock, jump + "\n");
            for (String name : List.of(QUOTES, OPTION_QUOTES)) {
                Files.createDirectories(files.resolve(name).resolveSibling("."));
                Files.copy(day.files().resolve(name), files.resolve(name));
            }
            awaitDigest(daemon, state, day.digest());
            daemon.terminate();
            M17Process.End end = daemon.end();
            check(before, SampleDay.filled(state), jump, failures);
            if (end.code() != 0 || !SampleDay.digest(state).equals(day.digest())) {
                failures.add("the content is another, or the end is not clean [jump=" + jump + ", " + end + "]");
            }
        }
    }

    private static void check(Map<String, Slot> before, Map<String, Slot> after, String jump, List<String> failures) {
        before.forEach((place, slot) -> {
            Slot now = after.get(place);
            if (now == null || now.version() < slot.version()) {
                failures.add("a fill is lost or its version fell [jump=" + jump + ", place=" + place + ", was=" + slot
                        + ", is=" + now + "]");
            }
        });
        long deadWrong = after.values().stream()
                .filter(slot -> slot.lastUpdatedNs() <= 0)
                .count();
        if (deadWrong > 0) {
            failures.add("slots have no time [count=" + deadWrong + "]");
        }
    }

    private static void copyAllBut(Path from, Path to, List<String> without) throws Exception {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path name = from.relativize(file);
                if (!without.contains(name.toString())) {
                    Files.createDirectories(to.resolve(name).resolveSibling("."));
                    Files.copy(file, to.resolve(name));
                }
            }
        }
    }

    private static Map<String, Slot> awaitTrades(M17Process daemon, Path state) throws Exception {
        Map<String, Slot> filled = Map.of();
        for (long end = System.nanoTime() + LIMIT_NS;
                filled.keySet().stream().noneMatch(place -> place.contains("trade_ref")); ) {
            pause(daemon, end);
            filled = Files.exists(state.resolve("symbol-map.bin")) ? ready(state) : Map.of();
        }
        return filled;
    }

    /// What is filled, or nothing while the state is still being made.
    private static Map<String, Slot> ready(Path state) {
        try {
            return SampleDay.filled(state);
        } catch (RuntimeException e) {
            return Map.of();
        }
    }

    private static void awaitDigest(M17Process daemon, Path state, String digest) throws Exception {
        for (long end = System.nanoTime() + LIMIT_NS;
                System.nanoTime() < end && !SampleDay.digest(state).equals(digest); ) {
            pause(daemon, end);
        }
    }

    private static void pause(M17Process daemon, long endNs) throws Exception {
        if (!daemon.isAlive() || System.nanoTime() >= endNs) {
            throw new IllegalStateException("the daemon does not work [log=" + daemon.log() + "]");
        }
        Thread.sleep(100);
    }
}
