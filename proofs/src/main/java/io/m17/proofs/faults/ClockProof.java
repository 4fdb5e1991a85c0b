package io.m17.proofs.faults;

import io.m17.config.Overrides;
import io.m17.config.Settings;
import io.m17.config.SettingsFile;
import io.m17.daemon.Completion;
import io.m17.daemon.Daemon;
import io.m17.daemon.StopSignal;
import io.m17.ledger.Ledger;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import io.m17.proofs.Scratch;
import io.m17.report.NewYork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Claim: a wall clock that jumps while the engines work, hours back or a day forward, loses no fill, refuses none,
/// lets no version fall, stops no turn, and the ledger ends in the same content. The daemon is given a clock that
/// jumps at every look it takes at its progress.
public final class ClockProof implements Proof {
    private static final long FARTHEST_S = Duration.ofDays(2).toSeconds();

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String unit() {
        return "jumps";
    }

    @Override
    public int weight() {
        return 1;
    }

    /// The system's clock, off by what was last drawn.
    private static final class JumpingClock implements InstantSource {
        private final Random random;
        private final AtomicLong offsetS = new AtomicLong();
        private final AtomicLong jumps = new AtomicLong();

        JumpingClock(long seed) {
            this.random = new Random(seed);
        }

        /// For the supervising thread alone.
        void jump() {
            offsetS.set(random.nextLong(-FARTHEST_S, FARTHEST_S));
            jumps.incrementAndGet();
        }

        @Override
        public Instant instant() {
            return InstantSource.system().instant().plusSeconds(offsetS.get());
        }
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        SampleDay day = SampleDay.of(budget);
        List<String> failures = new ArrayList<>();
        JumpingClock clock = new JumpingClock(budget.seed());
        int round = 0;
        do {
            Path directory = Files.createDirectories(budget.scratch().resolve("run-" + round++));
            fill(directory, day, clock, settings -> {}, failures);
        } while (failures.isEmpty() && !budget.spent());
        List<String> found = new ArrayList<>();
        Path directory = Files.createDirectories(budget.scratch().resolve("planted"));
        fill(directory, day, clock, settings -> clearWhatSeemsOld(settings, clock), found);
        PlantedBug planted = new PlantedBug("a rule that believes the clock", !found.isEmpty());
        return Outcome.of(clock.jumps.get(), failures, List.of(planted));
    }

    /// The planted bug: trades whose time is an hour or more off go.
    private static void clearWhatSeemsOld(Settings settings, JumpingClock clock) {
        long nowNs = NewYork.epochNs(clock.instant());
        try (Ledger ledger = Ledger.open(Daemon.options(settings), nowNs)) {
            SessionLedger session = ledger.session(SampleDay.SESSION);
            for (int symbolId : session.listed().toArray()) {
                for (int minute = 0; minute < session.minutes(); minute++) {
                    long ageNs = Math.abs(nowNs
                            - session.slot(SlotColumn.TRADE, symbolId, minute).lastUpdatedNs());
                    if (ageNs >= Duration.ofHours(1).toNanos()) {
                        session.clearSlot(SlotColumn.TRADE, symbolId, minute, "it seems old", "planted", nowNs);
                    }
                }
            }
        }
    }

    /// @param between what is done to the ledger between two daemons
    private static void fill(
            Path directory, SampleDay day, JumpingClock clock, Consumer<Settings> between, List<String> failures)
            throws Exception {
        Path state = directory.resolve("state");
        Path config = Files.writeString(
                directory.resolve("m17.conf"),
                "state-dir = \"%s\", flatfiles = \"%s\", treasury = \"%s\""
                        .formatted(state, day.files(), day.treasury()));
        Settings settings = SettingsFile.load(Optional.of(config), Overrides.NONE);
        work(settings, clock, failures);
        Map<String, Slot> first = SampleDay.filled(state);
        between.accept(settings);
        work(settings, clock, failures);
        Map<String, Slot> second = SampleDay.filled(state);
        first.forEach((place, slot) -> {
            Slot now = second.get(place);
            if (now == null || now.word() != slot.word()) {
                failures.add(
                        "a fill is lost or was made again [place=" + place + ", was=" + slot + ", is=" + now + "]");
            }
        });
        if (!SampleDay.digest(state).equals(day.digest())) {
            failures.add("the digest is another");
        }
        Scratch.delete(state);
    }

    private static void work(Settings settings, JumpingClock clock, List<String> failures) {
        clock.jump();
        try (Daemon daemon = Daemon.open(settings, clock)) {
            clock.jump();
            daemon.start();
            Completion completion = daemon.runToEnd(new StopSignal(), clock::jump);
            if (!completion.stuck().isEmpty()) {
                failures.add("engines fail [stuck=" + completion.stuck() + "]");
            }
        }
    }
}
