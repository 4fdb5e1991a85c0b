package io.m17.ledger.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Tells waiting engines that something in the ledger, or in the world that they watch, has changed. Announced once a
/// batch of slots, not once a slot. Thread-safe.
public final class ChangeSignal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong count = new AtomicLong();

    /// How often [#announce()] was called.
    public long count() {
        return count.get();
    }

    public void announce() {
        lock.lock();
        try {
            count.incrementAndGet();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the count is no longer `seen`, or the time is over.
    public void await(long seen, Duration timeout) throws InterruptedException {
        long remainingNs = timeout.toNanos();
        lock.lock();
        try {
            while (count.get() == seen && remainingNs > 0) {
                remainingNs = changed.awaitNanos(remainingNs);
            }
        } finally {
            lock.unlock();
        }
    }
}
