package io.m17.ledger.durability;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Commits by group again and again, on a platform thread of its own, as a force holds its thread up. Ends with the
/// first commit that fails, which the group remembers.
///
/// Owned by the ledger, which closes it before its files. Thread-safe.
public final class IntervalCommit implements AutoCloseable {
    private final GroupCommit group;
    private final long intervalNs;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stop = lock.newCondition();
    private final Thread thread;
    private boolean stopped;

    private IntervalCommit(GroupCommit group, Duration interval) {
        this.group = group;
        this.intervalNs = interval.toNanos();
        this.thread = Thread.ofPlatform().name("commit").daemon(true).unstarted(this::run);
    }

    /// Begins; the first commit comes after an interval.
    public static IntervalCommit start(GroupCommit group, Duration interval) {
        IntervalCommit started = new IntervalCommit(group, interval);
        started.thread.start();
        return started;
    }

    private void run() {
        boolean goesOn = true;
        while (goesOn && pause()) {
            goesOn = committed();
        }
    }

    /// Commits; false when that failed, which the group tells whoever asks.
    private boolean committed() {
        try {
            group.await();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Waits for an interval; false when the end is asked for.
    private boolean pause() {
        lock.lock();
        try {
            long left = intervalNs;
            while (!stopped && left > 0) {
                left = stop.awaitNanos(left);
            }
            return !stopped;
        } catch (InterruptedException e) {
            return false; // nobody else has the thread, so whoever interrupts it ends it
        } finally {
            lock.unlock();
        }
    }

    /// Returns when no commit of this thread runs any more, and none will.
    @Override
    public void close() {
        lock.lock();
        try {
            stopped = true;
            stop.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) { // ends: a force ends, or the disk holds up everything
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
