package io.m17.daemon;

import io.m17.ledger.Ledger;
import io.m17.ledger.PayloadType;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.engine.Engine;
import io.m17.ledger.engine.EngineHealth;
import io.m17.ledger.slot.ColumnCounts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What the daemon says of ledger and engines in its metrics; `docs/runbook.md` says what to do about them.
final class LedgerMetrics {
    private static final double NANOS = 1e9;

    private final MeterRegistry meters;
    private final SnapshotCache snapshots;

    private LedgerMetrics(MeterRegistry meters, SnapshotCache snapshots) {
        this.meters = meters;
        this.snapshots = snapshots;
    }

    static void bind(MeterRegistry meters, Ledger ledger, List<Engine> engines, SnapshotCache snapshots) {
        LedgerMetrics metrics = new LedgerMetrics(meters, snapshots);
        SlotColumn.ALL.forEach(metrics::column);
        metrics.sizes();
        engines.forEach(metrics::engine);
        metrics.durability(ledger);
        FunctionCounter.builder("m17.changes", ledger, of -> of.changes().count())
                .description("Batches of changes that were announced to the engines")
                .register(meters);
    }

    private void durability(Ledger ledger) {
        Gauge.builder("m17.durable.up.to", ledger, of -> of.watermark().upToNs() / NANOS)
                .description("Moment, in seconds since the epoch, before which everything acknowledged is on the disk")
                .baseUnit("seconds")
                .register(meters);
        FunctionCounter.builder("m17.commits", ledger, of -> of.watermark().commits())
                .description("Times that changes were made durable, since the state directory was made")
                .register(meters);
        Gauge.builder("m17.commit.failed", ledger, of -> of.commitFailure().isPresent() ? 1 : 0)
                .description("Whether the disk refused what was written, so that nothing more is")
                .register(meters);
    }

    private void column(SlotColumn column) {
        gauge(
                "window_lag",
                "Minutes since the end of the oldest expected window that is over and not filled",
                of -> of.lag(column),
                "column",
                column.label());
        gauge(
                "m17.windows.expected",
                "Windows of open sessions that ought to be filled",
                of -> of.counts(column).expected(),
                "column",
                column.label());
        gauge(
                "m17.windows.known.empty",
                "Filled windows of open sessions without rows",
                of -> of.counts(column).knownEmpty(),
                "column",
                column.label());
        for (SlotStatus status : SlotStatus.values()) {
            gauge(
                    "m17.slots",
                    "Slots of open sessions by status",
                    of -> count(of.counts(column), status),
                    "column",
                    column.label(),
                    "status",
                    status.name().toLowerCase(Locale.ROOT));
        }
    }

    private static double count(ColumnCounts counts, SlotStatus status) {
        return switch (status) {
            case EMPTY -> counts.empty();
            case PENDING -> counts.pending();
            case FILLED -> counts.filled();
            case CLEARED -> counts.cleared();
            case RETIRED -> counts.retired();
        };
    }

    private void sizes() {
        gauge("m17.sessions.open", "Sessions that are mapped", LedgerSnapshot::sessions);
        gauge("m17.symbols", "Symbols that have an id", LedgerSnapshot::symbols);
        gauge("m17.symbols.cap", "Symbols that can have an id", LedgerSnapshot::symbolCap);
        gauge(
                "m17.map.records",
                "Payload records of open sessions",
                of -> of.map(PayloadType.RF_RATE).records(),
                "kind",
                PayloadType.RF_RATE.label());
        for (PayloadType type : LedgerSnapshot.SESSION_MAPS) {
            gauge(
                    "m17.map.records",
                    "Payload records of open sessions",
                    of -> of.map(type).records(),
                    "kind",
                    type.label());
            gauge(
                    "m17.map.capacity",
                    "Payload records that the maps of open sessions can hold",
                    of -> of.map(type).capacity(),
                    "kind",
                    type.label());
            gauge(
                    "m17.map.fullest.ratio",
                    "Records of the fullest map by its capacity",
                    of -> of.map(type).fullest(),
                    "kind",
                    type.label());
        }
    }

    private void engine(Engine engine) {
        FunctionCounter.builder("m17.engine.turns", engine, of -> of.health().turns())
                .description("Turns that an engine has ended")
                .tag("engine", engine.name())
                .register(meters);
        FunctionCounter.builder("m17.engine.failures", engine, of -> of.health().failures())
                .description("Turns of an engine that ended in an error")
                .tag("engine", engine.name())
                .register(meters);
        Gauge.builder("m17.engine.running", () -> engine.health().state() == EngineHealth.State.STOPPED ? 0 : 1)
                .description("Whether the engine runs")
                .tag("engine", engine.name())
                .register(meters);
    }

    private void gauge(String name, String description, ToDoubleFunction<LedgerSnapshot> value, String... tags) {
        Gauge.builder(name, () -> value.applyAsDouble(snapshots.get()))
                .description(description)
                .tags(tags)
                .register(meters);
    }
}
