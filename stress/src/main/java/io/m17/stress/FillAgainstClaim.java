package io.m17.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/// A fill against a claim: one wins, and a claim keeps the payload.
@JCStressTest
@Outcome(id = "1, 0, 208", expect = Expect.ACCEPTABLE, desc = "filled")
@Outcome(id = "0, 1, 107", expect = Expect.ACCEPTABLE, desc = "claimed")
@Outcome(expect = Expect.FORBIDDEN, desc = "Everything else.")
@State
public class FillAgainstClaim {
    private final SlotCell cell = new SlotCell(SlotFlaw.NONE);
    private final long seen = cell.fill(0, 7);

    /// Fills.
    @Actor
    public void fills(III_Result result) {
        result.r1 = SlotCell.won(cell.fill(seen, 8));
    }

    /// Claims.
    @Actor
    public void claims(III_Result result) {
        result.r2 = SlotCell.won(cell.claim(seen, 7));
    }

    /// What is left.
    @Arbiter
    public void left(III_Result result) {
        result.r3 = cell.state();
    }
}
