package io.m17.proofs.crash;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Says that a step is done when it only begins, and waits a moment, in which a kill may come.
record EarlyWitness(Witness sound) implements Witness {
    private static final long MOMENT_NS = TimeUnit.MILLISECONDS.toNanos(1);

    @Override
    public void begins(Step step) {
        sound.begins(step);
        sound.done();
        LockSupport.parkNanos(MOMENT_NS);
    }

    @Override
    public void done() {}
}
