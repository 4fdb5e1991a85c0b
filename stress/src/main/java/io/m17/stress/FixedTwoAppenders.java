package io.m17.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/// Two appenders to a fixed-stride log: each record has a number of its own, and both are there.
@JCStressTest
@Outcome(id = "1, 2, 56", expect = Expect.ACCEPTABLE, desc = "the first got the first number")
@Outcome(id = "2, 1, 65", expect = Expect.ACCEPTABLE, desc = "the second got it")
@Outcome(expect = Expect.FORBIDDEN, desc = "Everything else.")
@State
public class FixedTwoAppenders {
    private final FixedLogCell log = new FixedLogCell(LogFlaw.NONE);

    /// Appends.
    @Actor
    public void first(III_Result result) {
        result.r1 = log.append(5);
    }

    /// Appends.
    @Actor
    public void second(III_Result result) {
        result.r2 = log.append(6);
    }

    /// What is left.
    @Arbiter
    public void left(III_Result result) {
        result.r3 = log.count() == 2 ? log.tail() : -2;
    }
}
