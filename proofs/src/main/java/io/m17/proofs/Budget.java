package io.m17.proofs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// What a proof may spend.
///
/// @param deadlineNs when to begin nothing more, as [System#nanoTime()]
/// @param seed decides every random choice
/// @param scratch an empty directory of its own, removed afterwards when nothing failed
public record Budget(long deadlineNs, long seed, Path scratch) {
    /// A budget that begins now.
    public static Budget of(Duration time, long seed, Path scratch) {
        return new Budget(System.nanoTime() + time.toNanos(), seed, scratch);
    }

    public boolean spent() {
        return System.nanoTime() - deadlineNs >= 0;
    }

    /// What is left, never negative.
    public Duration left() {
        return Duration.ofNanos(Math.max(0, deadlineNs - System.nanoTime()));
    }

    /// What is left in whole seconds, at least one.
    public long leftSeconds() {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(left().toNanos()));
    }
}
