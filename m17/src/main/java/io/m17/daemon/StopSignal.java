package io.m17.daemon;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How a signal handler asks the supervising thread to end, and waits until it has. Thread-safe.
public final class StopSignal {
    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    public void request() {
        requested.countDown();
    }

    public boolean requested() {
        return requested.getCount() == 0;
    }

    /// Waits until the end is asked for, or the time is over; an interrupt asks for it too.
    ///
    /// @return whether it was asked for
    public boolean await(Duration timeout) {
        try {
            return requested.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            request();
            return true;
        }
    }

    /// Says that everything is closed.
    public void finish() {
        finished.countDown();
    }

    public boolean finished() {
        return finished.getCount() == 0;
    }

    /// Waits until everything is closed.
    public void awaitFinish() throws InterruptedException {
        finished.await();
    }
}
