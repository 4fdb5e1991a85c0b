package io.m17.ledger.engine;

import io.m17.ledger.Ledger;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/// What an engine is given at its start.
///
/// @param clock the only source of "now"
/// @param compute the shared platform threads
public record EngineContext(
        Ledger ledger,
        SessionScope scope,
        ComputePool compute,
        InstantSource clock,
        MeterRegistry meters,
        Progress progress) {

    /// Nanoseconds since the Unix epoch.
    public long nowNs() {
        var now = clock.instant();
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }
}
