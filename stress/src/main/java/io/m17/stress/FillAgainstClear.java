package io.m17.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/// A fill against a clear: one wins.
@JCStressTest
@Outcome(id = "1, 0, 208", expect = Expect.ACCEPTABLE, desc = "filled")
@Outcome(id = "0, 1, 300", expect = Expect.ACCEPTABLE, desc = "cleared")
@Outcome(expect = Expect.FORBIDDEN, desc = "Everything else.")
@State
public class FillAgainstClear {
    private final SlotCell cell = new SlotCell(SlotFlaw.NONE);
    private final long seen = cell.fill(0, 7);

    /// Fills.
    @Actor
    public void fills(III_Result result) {
        result.r1 = SlotCell.won(cell.fill(seen, 8));
    }

    /// Clears.
    @Actor
    public void clears(III_Result result) {
        result.r2 = SlotCell.won(cell.clear(seen));
    }

    /// What is left.
    @Arbiter
    public void left(III_Result result) {
        result.r3 = cell.state();
    }
}
