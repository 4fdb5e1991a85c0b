package io.m17.proofs.crash;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that says how many steps are done. A ledger that reads it when a commit begins thus stores in its watermark
/// which steps were acknowledged by then. Thread-safe.
final class Ticks implements InstantSource {
    private final AtomicLong done;

    Ticks(long done) {
        this.done = new AtomicLong(done);
    }

    /// Counts a step that is done; which one it was.
    long next() {
        return done.incrementAndGet();
    }

    long now() {
        return done.get();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochSecond(0, done.get());
    }
}
