package io.m17.ledger.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/// The platform threads that all engines share for what reads whole files, forces a file or computes for long: as many
/// as the processor has, so that engines never crowd out the rest of the process.
///
/// [#call] is for engine loops and waits for a free thread; [#fork] is for work inside a call and never waits: it runs
/// on a free thread or, when there is none, right here. So a task of the pool can wait for what it forked without a
/// deadlock. Thread-safe.
public final class ComputePool implements AutoCloseable {
    private final int width;
    private final ExecutorService threads;
    private final Semaphore free;

    public ComputePool(int width) {
        this.width = width;
        this.threads = Executors.newFixedThreadPool(
                width, Thread.ofPlatform().name("compute-", 0).daemon(true).factory());
        this.free = new Semaphore(width, true);
    }

    /// The number of threads.
    public int width() {
        return width;
    }

    /// Runs a task on one of the threads and waits for its result.
    public <T> T call(Callable<T> task) throws Exception {
        free.acquire();
        Future<T> future = submitHoldingPermit(task);
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw unwrap(e);
        } catch (InterruptedException e) {
            // The task holds claims and files; it ends by itself at its next look at the engine's stop flag.
            awaitQuietly(future);
            throw e;
        }
    }

    /// Starts a task on a free thread, or runs it here when all are busy.
    public <T> Future<T> fork(Callable<T> task) {
        if (free.tryAcquire()) {
            return submitHoldingPermit(task);
        }
        FutureTask<T> here = new FutureTask<>(task);
        here.run();
        return here;
    }

    /// Forks all tasks and waits for all of them; the first failure is thrown once all have ended.
    public <T> List<T> forkAll(List<? extends Callable<T>> tasks) throws Exception {
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<T> task : tasks) {
            futures.add(fork(task));
        }
        return join(futures);
    }

    /// Waits for all; the first failure is thrown once all have ended.
    public static <T> List<T> join(List<Future<T>> futures) throws Exception {
        List<T> results = new ArrayList<>();
        ExecutionException failure = null;
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw unwrap(failure);
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private <T> Future<T> submitHoldingPermit(Callable<T> task) {
        return threads.submit(() -> {
            try {
                return task.call();
            } finally {
                free.release();
            }
        });
    }

    private static Exception unwrap(ExecutionException e) {
        return e.getCause() instanceof Exception cause ? cause : e;
    }

    private static void awaitQuietly(Future<?> future) {
        boolean interrupted = false;
        while (!future.isDone()) {
            try {
                future.get();
            } catch (InterruptedException again) {
                interrupted = true;
            } catch (ExecutionException e) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
