package io.m17.proofs.crash;

import io.m17.ledger.durability.CommitPolicy;
import java.time.Duration;
import java.util.Random;

/// When a workload's ledger makes durable what it wrote.
enum Commitment {
    ON_REQUEST(new CommitPolicy.OnRequest()),
    AT_INTERVALS(new CommitPolicy.EveryInterval(Duration.ofMillis(3))),
    EACH_BATCH(new CommitPolicy.EachBatch());

    private final CommitPolicy policy;

    Commitment(CommitPolicy policy) {
        this.policy = policy;
    }

    CommitPolicy policy() {
        return policy;
    }

    static Commitment any(Random random) {
        return values()[random.nextInt(values().length)];
    }
}
