package io.m17.stress.planted;

import io.m17.stress.SlotCell;
import io.m17.stress.SlotFlaw;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/// A reader against two fills: it sees a whole slot, and never goes back, broken: missing release.
@JCStressTest
@Outcome(
        id = {"207, 207", "207, 201", "207, 202", "201, 201", "201, 202", "202, 202"},
        expect = Expect.ACCEPTABLE,
        desc = "whole, and in order")
@Outcome(expect = Expect.FORBIDDEN, desc = "Everything else.")
@State
public class MissingRelease {
    private final SlotCell cell = new SlotCell(SlotFlaw.MISSING_RELEASE);
    private final long seen = cell.fill(0, 7);

    /// Fills twice.
    @Actor
    public void writes(II_Result result) {
        cell.fill(cell.fill(seen, 1), 2);
    }

    /// Reads twice.
    @Actor
    public void reads(II_Result result) {
        result.r1 = cell.state();
        result.r2 = cell.state();
    }
}
