package io.m17.daemon;

import io.m17.ledger.Ledger;
import io.m17.report.NewYork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The last look at the ledger, renewed when it is a second old, so that the gauges of a scrape cost one look.
/// Thread-safe.
final class SnapshotCache {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final InstantSource clock;
    private @Nullable LedgerSnapshot last;
    private Instant lookedAt = Instant.MIN;

    SnapshotCache(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    synchronized LedgerSnapshot get() {
        Instant now = clock.instant();
        LedgerSnapshot known = last;
        if (known == null || Duration.between(lookedAt, now).abs().compareTo(FRESH) >= 0) {
            known = LedgerSnapshot.of(ledger, NewYork.epochNs(now));
            last = known;
            lookedAt = now;
        }
        return known;
    }
}
