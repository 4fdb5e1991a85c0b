package io.m17.proofs.corruption;

import io.m17.config.Overrides;
import io.m17.config.Settings;
import io.m17.config.SettingsFile;
import io.m17.daemon.Completion;
import io.m17.daemon.Daemon;
import io.m17.daemon.StopSignal;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.state.StateLayout;
import io.m17.simulator.MarketSimulator;
import io.m17.simulator.SimulationConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A small state directory as the program itself leaves it: a simulated day run to its end, some cells cleared and
/// retired, and a second session that is listed and empty.
record SealedState(Settings settings, StateLayout layout, LedgerOptions options, LocalDate date, LocalDate other) {
    static final Instant NOW = Instant.parse("2025-07-01T12:00:00Z");
    static final long NOW_NS = NOW.getEpochSecond() * 1_000_000_000L;

    private static final int QUIET_SYMBOL = 1;
    private static final int QUIET_MINUTE = 200;

    static SealedState create(Path directory, long seed) throws IOException {
        SimulationConfig config = SimulationConfig.small().withSeed(seed);
        Path vendor = directory.resolve("vendor");
        Files.createDirectories(vendor);
        MarketSimulator.write(config, vendor, (symbol, done, total) -> {});
        Path file = directory.resolve("m17.conf");
        Files.writeString(file, "symbols.cap = 8\npayloads.capacity = 40000\ncompute.threads = 2\n");
        SealedState state = of(file, directory.resolve("state"), vendor, config.date());
        state.runToEnd();
        try (Ledger ledger = Ledger.open(state.options, NOW_NS)) {
            SessionLedger session = ledger.session(state.date);
            session.clearSlot(SlotColumn.TRADE, QUIET_SYMBOL, QUIET_MINUTE, "a proof", "m17", NOW_NS);
            session.retire(SlotColumn.AGGS_4H, QUIET_SYMBOL, QUIET_MINUTE, "a proof", "m17", NOW_NS);
            ledger.session(state.other).list(0);
        }
        return state;
    }

    private static SealedState of(Path file, Path stateDir, Path vendor, LocalDate date) {
        Settings settings = SettingsFile.load(
                Optional.of(file),
                new Overrides(
                        Optional.of(stateDir),
                        Optional.of(vendor),
                        Optional.of(vendor.resolve("treasury")),
                        List.of(date)));
        return new SealedState(settings, new StateLayout(stateDir), Daemon.options(settings), date, date.plusDays(1));
    }

    /// The same state in another directory.
    SealedState in(Path stateDir) {
        Settings.State moved = new Settings.State(
                stateDir,
                settings.state().symbolCap(),
                settings.state().payloadCapacity(),
                settings.state().equitiesWithRate(),
                settings.state().commits());
        Settings there =
                new Settings(moved, settings.sources(), settings.work(), settings.metrics(), settings.verifyOnStart());
        return new SealedState(there, new StateLayout(stateDir), Daemon.options(there), date, other);
    }

    /// Lets the engines do what there is to do.
    Completion runToEnd() {
        try (Daemon daemon = Daemon.open(settings, () -> NOW)) {
            daemon.start();
            return daemon.runToEnd(new StopSignal(), () -> {});
        }
    }
}
