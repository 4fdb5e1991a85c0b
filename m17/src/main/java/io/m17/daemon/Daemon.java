package io.m17.daemon;

import io.m17.config.Settings;
import io.m17.journal.Storage;
import io.m17.ledger.ExpectedColumns;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.engine.ComputePool;
import io.m17.ledger.engine.Engine;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.state.StorageReport;
import io.m17.market.flatfile.FlatFileStore;
import io.m17.report.NewYork;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ledger with its engines at work, from [#open] and [#start()] to [#close()]. Confined to the supervising
/// thread, except where said.
public final class Daemon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration TICK = Duration.ofMillis(250);

    private final Settings settings;
    private final InstantSource clock;
    private final Ledger ledger;
    private final FileScope scope;
    private final ComputePool compute;
    private final List<Engine> engines;
    private final EngineWatch watch;
    private final WorkBoard board = new WorkBoard();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    private Daemon(Settings settings, InstantSource clock, Ledger ledger) {
        this.settings = settings;
        this.clock = clock;
        this.ledger = ledger;
        Optional<FlatFileStore> store = Stores.flatFiles(settings.sources(), clock);
        this.scope = new FileScope(
                settings.sources().sessions(), store, settings.sources().horizon(), clock, this::admit);
        this.compute = new ComputePool(settings.work().threads());
        this.engines = Engines.of(settings, store, registry);
        this.watch = new EngineWatch(engines);
    }

    /// How the ledger of these settings is opened.
    public static LedgerOptions options(Settings settings) {
        Settings.State state = settings.state();
        return new LedgerOptions(
                        state.directory(),
                        state.symbolCap(),
                        state.payloadCapacity(),
                        new ExpectedColumns(state.equitiesWithRate()))
                .withCommits(state.commits(), InstantSource.system());
    }

    /// Opens the ledger for writing; what a crash left is put right.
    public static Daemon open(Settings settings, InstantSource clock) {
        return open(settings, clock, Storage.SYSTEM);
    }

    /// The same on a storage.
    public static Daemon open(Settings settings, InstantSource clock, Storage storage) {
        LedgerOptions options = options(settings)
                .withStorage(storage)
                .withCommits(settings.state().commits(), clock);
        return new Daemon(settings, clock, Ledger.open(options, NewYork.epochNs(clock.instant())));
    }

    /// Checks and mends the sessions in scope, and starts the engines.
    public void start() {
        report(ledger.report());
        scope.sessions();
        startEngines();
    }

    private static void report(StorageReport report) {
        LOG.info(
                "state opened [state_dir={}, incarnation={}, symbols={}, curves={}, sessions={}]",
                report.stateDir(),
                report.incarnation(),
                report.symbols(),
                report.curves(),
                report.sessions().size());
        report.mended().forEach(line -> LOG.warn("recovered: {}", line));
    }

    private void admit(LocalDate date) {
        if (settings.verifyOnStart()) {
            ledger.scrub(date, nowNs()).forEach(line -> LOG.warn("repaired: {}", line));
        }
    }

    private void startEngines() {
        // Their names are not as Prometheus wants them.
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"));
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
        new ProcessorMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        collections.bindTo(registry);
        LedgerMetrics.bind(registry, ledger, engines, new SnapshotCache(ledger, clock));
        EngineContext context = new EngineContext(ledger, scope, compute, clock, registry, board);
        engines.forEach(engine -> engine.start(context));
    }

    /// Works until nothing is left to do, every engine that still has something fails again and again, or the end is
    /// asked for. Losing durability is a [LedgerException].
    ///
    /// @param onTick is called on this thread while the work goes on, about four times a second
    public Completion runToEnd(StopSignal stop, Runnable onTick) {
        long settledAt = -1;
        Instant ticked = Instant.MIN;
        while (!stop.await(LOOK)) {
            ledger.requireDurable();
            long changes = ledger.changes().count();
            boolean settled = watch.settled(changes);
            if (settled && settledAt == changes) {
                return new Completion(false, watch.stuck());
            }
            settledAt = settled ? changes : -1;
            Instant now = clock.instant();
            if (Housekeeping.due(ticked, TICK, now)) {
                ticked = now;
                onTick.run();
            }
        }
        return new Completion(true, watch.stuck());
    }

    /// Serves metrics, and tells systemd, until the end is asked for. Losing durability is a [LedgerException]:
    /// after it nothing that was written counts as stored.
    public void serve(StopSignal stop, Map<String, String> environment) {
        ServiceNotifier systemd = ServiceNotifier.of(environment);
        try (MetricsServer server = MetricsServer.start(settings.metrics(), registry, this::health)) {
            LOG.info(
                    "serving [metrics=http://{}:{}/metrics]", settings.metrics().host(), server.port());
            systemd.ready();
            Housekeeping housekeeping = new Housekeeping(systemd, watch);
            while (!stop.await(TICK)) {
                ledger.requireDurable();
                housekeeping.tick(clock.instant());
            }
            systemd.stopping();
        }
        LOG.info("stopping");
    }

    /// What is wrong with the daemon, or nothing. Thread-safe.
    private Optional<String> health() {
        return ledger.commitFailure()
                .map(failure -> "nothing more becomes durable [error=" + failure + "]")
                .or(() -> watch.healthy() ? Optional.empty() : Optional.of("an engine is stuck or has stopped"));
    }

    private long nowNs() {
        return NewYork.epochNs(clock.instant());
    }

    public Ledger ledger() {
        return ledger;
    }

    /// The sessions that are worked on, oldest first. Thread-safe.
    public List<LocalDate> sessions() {
        return scope.sessions();
    }

    /// What the engines say that they are at. Thread-safe.
    public WorkBoard board() {
        return board;
    }

    /// Stops the engines, the last started first, and closes the ledger cleanly.
    @Override
    public void close() {
        engines.reversed().forEach(Engine::stop);
        compute.close();
        collections.close();
        ledger.close();
    }
}
