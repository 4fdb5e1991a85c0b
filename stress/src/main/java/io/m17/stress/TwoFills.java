package io.m17.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/// Two fills of one slot: one wins, the other learns that it lost.
@JCStressTest
@Outcome(id = "1, 0, 201", expect = Expect.ACCEPTABLE, desc = "the first won")
@Outcome(id = "0, 1, 202", expect = Expect.ACCEPTABLE, desc = "the second won")
@Outcome(expect = Expect.FORBIDDEN, desc = "Everything else.")
@State
public class TwoFills {
    private final SlotCell cell = new SlotCell(SlotFlaw.NONE);
    private final long seen = cell.fill(0, 7);

    /// Fills.
    @Actor
    public void first(III_Result result) {
        result.r1 = SlotCell.won(cell.fill(seen, 1));
    }

    /// Fills.
    @Actor
    public void second(III_Result result) {
        result.r2 = SlotCell.won(cell.fill(seen, 2));
    }

    /// What is left.
    @Arbiter
    public void left(III_Result result) {
        result.r3 = cell.state();
    }
}
