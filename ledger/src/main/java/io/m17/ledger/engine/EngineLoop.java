package io.m17.ledger.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The life of an engine: turn after turn on one virtual thread, waiting for changes while there is nothing to do, and
/// after a failure for a time that doubles up to [#LONGEST_PAUSE].
///
/// [#start] and [#stop] are for one thread; [#health()] is thread-safe.
public final class EngineLoop {
    private static final Logger LOG = LoggerFactory.getLogger(EngineLoop.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final int MOST_CAUSES = 16;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String name;
    private final AtomicReference<EngineHealth> health =
            new AtomicReference<>(new EngineHealth(EngineHealth.State.NEW, 0, -1, 0, ""));
    private @Nullable Thread thread;
    private volatile boolean stopping;

    public EngineLoop(String name) {
        this.name = name;
    }

    /// Starts the loop.
    ///
    /// @param idleWait how long to wait for a change before looking again anyway
    public void start(Turn turn, ChangeSignal changes, Duration idleWait) {
        if (thread != null) {
            throw new IllegalStateException("the engine was started before [engine=" + name + "]");
        }
        thread = Thread.ofVirtual().name(name).start(() -> loop(turn, changes, idleWait));
    }

    /// Asks the loop to end and waits until it has.
    public void stop() {
        stopping = true;
        Thread running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        boolean interrupted = false;
        while (running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether [#stop()] was called; long work asks between its steps.
    public boolean stopping() {
        return stopping;
    }

    public EngineHealth health() {
        return health.get();
    }

    /// Whatever ends the turns, an [Error] included, the health says that the engine no longer runs.
    private void loop(Turn turn, ChangeSignal changes, Duration idleWait) {
        try {
            turns(turn, changes, idleWait);
        } catch (Error e) {
            failed(e);
            throw e;
        } finally {
            health.updateAndGet(last -> new EngineHealth(
                    EngineHealth.State.STOPPED,
                    last.turns(),
                    last.idleSinceChange(),
                    last.failures(),
                    last.lastFailure()));
        }
    }

    private void turns(Turn turn, ChangeSignal changes, Duration idleWait) {
        Duration pause = SHORTEST_PAUSE;
        while (!stopping) {
            long seen = changes.count();
            try {
                LOG.debug("{} begins a turn", name);
                boolean progress = turn.run();
                LOG.debug("{} ended a turn [progress={}]", name, progress);
                pause = SHORTEST_PAUSE;
                turned(progress ? -1 : seen);
                if (!progress) {
                    changes.await(seen, idleWait);
                }
            } catch (InterruptedException e) {
                break;
            } catch (Exception e) {
                if (stopping) {
                    break;
                }
                failed(e);
                if (!sleep(pause)) {
                    break;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private void turned(long idleSinceChange) {
        health.updateAndGet(last -> new EngineHealth(
                EngineHealth.State.RUNNING, last.turns() + 1, idleSinceChange, last.failures(), last.lastFailure()));
    }

    private void failed(Throwable e) {
        LOG.error("{} failed: {}", name, e.toString(), e);
        health.updateAndGet(last ->
                new EngineHealth(EngineHealth.State.RUNNING, last.turns() + 1, -1, last.failures() + 1, described(e)));
    }

    /// The failure and what is at its root, which is what a person can mend: a full disk, a file that is gone.
    private static String described(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < MOST_CAUSES; depth++) {
            root = root.getCause();
        }
        return root == failure ? failure.toString() : failure + ", because of " + root;
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
