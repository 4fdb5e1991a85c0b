package io.m17.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/// A fill against what stood before a clear, while the slot is cleared and filled with the same again: it loses.
@JCStressTest
@Outcome(id = "1, 0, 207", expect = Expect.ACCEPTABLE, desc = "cleared and filled again")
@Outcome(id = "0, 1, 209", expect = Expect.ACCEPTABLE, desc = "filled before the clear, which lost")
@Outcome(expect = Expect.FORBIDDEN, desc = "Everything else.")
@State
public class AbaAcrossClear {
    private final SlotCell cell = new SlotCell(SlotFlaw.NONE);
    private final long seen = cell.fill(0, 7);

    /// Clears and fills again.
    @Actor
    public void clearsAndFills(III_Result result) {
        long cleared = cell.clear(seen);
        result.r1 = cleared == 0 ? 0 : SlotCell.won(cell.fill(cleared, 7));
    }

    /// Fills.
    @Actor
    public void fills(III_Result result) {
        result.r2 = SlotCell.won(cell.fill(seen, 9));
    }

    /// What is left.
    @Arbiter
    public void left(III_Result result) {
        result.r3 = cell.state();
    }
}
