package io.m17.ledger.durability;

import java.time.Duration;

/// When a ledger makes durable what was written, besides when it is asked to and when it is closed.
public sealed interface CommitPolicy {
    /// Never by itself: the kernel writes back meanwhile, and what it has not written is lost with the power.
    record OnRequest() implements CommitPolicy {}

    /// Again and again, so long after the end of the last commit: what is lost with the power is at most that, and what
    /// was written while a commit ran.
    record EveryInterval(Duration interval) implements CommitPolicy {
        public EveryInterval {
            if (interval.isNegative() || interval.isZero()) {
                throw new IllegalArgumentException("an interval is positive [interval=" + interval + "]");
            }
        }
    }

    /// Whoever publishes a batch, or acts as an operator, waits for a commit that it shares with all who wait.
    record EachBatch() implements CommitPolicy {}
}
