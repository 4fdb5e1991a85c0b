package io.m17.proofs.crash;

import io.m17.ledger.durability.CommitPolicy;
import java.time.Duration;
import java.util.Random;

/// When a workload's ledger makes durable what it wrote.
enum Commitment {
    ON_REQUEST,
    AT_INTERVALS,
    EACH_BATCH;

    private static final Duration INTERVAL = Duration.ofMillis(3);

    CommitPolicy policy() {
        return switch (this) {
            case ON_REQUEST -> new CommitPolicy.OnRequest();
            case AT_INTERVALS -> new CommitPolicy.EveryInterval(INTERVAL);
            case EACH_BATCH -> new CommitPolicy.EachBatch();
        };
    }

    static Commitment any(Random random) {
        return values()[random.nextInt(values().length)];
    }
}
