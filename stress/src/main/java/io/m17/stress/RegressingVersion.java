package io.m17.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/// Two versions at once: the later one stays, and the earlier one never follows it.
@JCStressTest
@Outcome(id = "1, 1, 209", expect = Expect.ACCEPTABLE, desc = "the earlier one first")
@Outcome(id = "0, 1, 209", expect = Expect.ACCEPTABLE, desc = "the earlier one refused")
@Outcome(expect = Expect.FORBIDDEN, desc = "Everything else.")
@State
public class RegressingVersion {
    private final SlotCell cell = new SlotCell(SlotFlaw.NONE);

    /// Begins with version 7.
    public RegressingVersion() {
        cell.fill(0, 7);
    }

    /// Writes version 8.
    @Actor
    public void earlier(III_Result result) {
        result.r1 = cell.raise(8) ? 1 : 0;
    }

    /// Writes version 9.
    @Actor
    public void later(III_Result result) {
        result.r2 = cell.raise(9) ? 1 : 0;
    }

    /// What is left.
    @Arbiter
    public void left(III_Result result) {
        result.r3 = cell.state();
    }
}
