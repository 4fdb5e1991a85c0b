package io.m17.cli;

import io.m17.daemon.StopSignal;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets SIGTERM and SIGINT end the work in order: the signal asks for the end, and the process lives until
/// everything is closed.
final class Interruption implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);
    private static final int BY_SIGNAL = -1;

    private final StopSignal stop = new StopSignal();
    private final AtomicInteger exitCode;
    private final Thread hook;
    private boolean armed;

    private Interruption(int exitCode) {
        this.exitCode = new AtomicInteger(exitCode);
        this.hook = Thread.ofPlatform().name("signal").unstarted(this::signalled);
    }

    /// For a command whose purpose is to end by itself: after a signal the exit code is the signal's, 130 or 143.
    static Interruption ofCommand() {
        return new Interruption(BY_SIGNAL);
    }

    /// For a service: after a signal and an orderly end the exit code is 0.
    static Interruption ofService() {
        return new Interruption(ExitCode.DONE);
    }

    /// Begins to heed signals. Call it once the ledger is open: libraries under it register hooks of their own when
    /// they are first used, which an ending JVM refuses.
    void arm() {
        Runtime.getRuntime().addShutdownHook(hook);
        armed = true;
    }

    StopSignal stop() {
        return stop;
    }

    /// Makes a service exit with this code although a signal ended it.
    void failed(int code) {
        exitCode.set(code);
    }

    private void signalled() {
        stop.request();
        try {
            stop.awaitFinish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (exitCode.get() != BY_SIGNAL) {
            // System.exit waits for hooks, this one too, and could not change the code of a signal.
            Runtime.getRuntime().halt(exitCode.get());
        }
    }

    /// Says that everything is closed; nothing is written after it.
    @Override
    public void close() {
        if (armed && !stop.requested()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                LOG.debug("the process is ending already", e);
            }
        }
        stop.finish();
    }
}
