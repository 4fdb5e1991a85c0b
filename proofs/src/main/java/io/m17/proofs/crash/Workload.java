package io.m17.proofs.crash;

import java.io.IOException;
import java.util.Random;

/// A ledger and logs of their own under a random load that its seed decides. Single-threaded.
final class Workload implements AutoCloseable {
    private static final int LOG_SHARE_PERCENT = 35;

    private final Random random;
    private final LedgerWork ledger;
    private final LogWork logs;

    private Workload(Random random, LedgerWork ledger, LogWork logs) {
        this.random = random;
        this.ledger = ledger;
        this.logs = logs;
    }

    /// Opens what is there, which recovers it, or makes it.
    ///
    /// @param ticks counts the steps that the witness is told of
    static Workload open(CrashSite site, Commitment commitment, Ticks ticks, long seed, Witness witness)
            throws IOException {
        Random random = new Random(seed);
        LedgerWork ledger = LedgerWork.open(site, commitment, ticks, random, witness);
        return new Workload(random, ledger, LogWork.open(site, random, witness));
    }

    void step() throws IOException {
        if (random.nextInt(100) < LOG_SHARE_PERCENT) {
            logs.step();
        } else {
            ledger.step();
        }
    }

    /// Publishes windows through an artifact.
    void publish() {
        ledger.publish();
    }

    @Override
    public void close() throws IOException {
        logs.close();
        ledger.close();
    }
}
