package io.m17.ledger.durability;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Makes the writes of many threads durable with few forces: whoever asks while a force runs waits for the next one,
/// and that one serves everybody who asked before it began.
///
/// Thread-safe. The first failure is final, as a disk that failed once may report success and not have written: from
/// then on every call fails with it.
public final class GroupCommit {
    /// What forces everything that was written before it is called.
    @FunctionalInterface
    public interface Force {
        void run() throws IOException;
    }

    private final Force force;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private long asked;
    private long served;
    private boolean running;
    private @Nullable Throwable failure;

    public GroupCommit(Force force) {
        this.force = force;
    }

    /// Returns when everything that this thread wrote before the call is durable. Not interruptible: a write is either
    /// known to be durable or known to have failed.
    public void await() throws IOException {
        lock.lock();
        try {
            long mine = ++asked;
            while (served < mine) {
                requireNotFailed();
                if (running) {
                    ended.awaitUninterruptibly();
                } else {
                    lead();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// What made a call fail, if one did.
    public Optional<Throwable> failure() {
        lock.lock();
        try {
            return Optional.ofNullable(failure);
        } finally {
            lock.unlock();
        }
    }

    private void lead() throws IOException {
        long upTo = asked;
        running = true;
        lock.unlock();
        Throwable thrown = null;
        try {
            force.run();
        } catch (IOException | RuntimeException | Error e) {
            thrown = e;
        } finally {
            lock.lock();
            running = false;
            ended.signalAll();
        }
        if (thrown == null) {
            served = upTo;
        } else {
            failure = thrown;
            requireNotFailed();
        }
    }

    private void requireNotFailed() throws IOException {
        Throwable cause = failure;
        if (cause != null) {
            throw new IOException(
                    "what was written is not durable: a force failed [cause=" + cause.getMessage()
                            + "]; look at the disk, then start again",
                    cause);
        }
    }
}
