package io.m17.publication;

import io.m17.ledger.Ledger;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.PayloadSource;
import io.m17.market.column.Schema;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// What all publishers of one engine share: where artifacts go, who counts, what time it is. Thread-safe.
public final class Publication {
    private final Ledger ledger;
    private final Schema schema;
    private final PayloadSource source;
    private final PartNames names;
    private final LongSupplier nowNs;
    private final Counter filled;
    private final Counter conflicts;
    private final Counter rows;
    private final Timer latency;

    /// @param column the engine's first column; its payload type names the artifacts
    /// @param sourceName the artifact directory: `settled`, `derived`
    /// @param nowNs nanoseconds since the Unix epoch
    public Publication(
            Ledger ledger,
            SlotColumn column,
            Schema schema,
            PayloadSource source,
            String sourceName,
            LongSupplier nowNs,
            MeterRegistry meters) {
        this.ledger = ledger;
        this.schema = schema;
        this.source = source;
        this.nowNs = nowNs;
        String kind = column.payloadType().label();
        this.names = new PartNames(ledger, kind, sourceName);
        this.filled = Counter.builder("m17.slots.filled")
                .description("Slots filled")
                .tag("kind", kind)
                .register(meters);
        this.conflicts = Counter.builder("m17.slots.conflicts")
                .description("Writes to slots that lost against another writer")
                .tag("kind", kind)
                .register(meters);
        this.rows = Counter.builder("m17.rows.published")
                .description("Rows written to artifacts")
                .tag("kind", kind)
                .register(meters);
        this.latency = Timer.builder("m17.mutation.latency")
                .description("Time from the start of a part's artifact to its last slot")
                .tag("kind", kind)
                .register(meters);
    }

    public Ledger ledger() {
        return ledger;
    }

    Schema schema() {
        return schema;
    }

    PayloadSource source() {
        return source;
    }

    PartNames names() {
        return names;
    }

    /// Nanoseconds since the Unix epoch.
    public long nowNs() {
        return nowNs.getAsLong();
    }

    void count(long publishedRows, long filledSlots, long lostSlots, long durationNs) {
        rows.increment((double) publishedRows);
        filled.increment((double) filledSlots);
        conflicts.increment((double) lostSlots);
        latency.record(durationNs, TimeUnit.NANOSECONDS);
    }
}
