package io.m17.stress.planted;

import io.m17.stress.LogFlaw;
import io.m17.stress.RecordLogCell;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/// An appender against a tailer, broken: published before the body is stored.
@JCStressTest
@Outcome(
        id = {"0, 0", "0, 1", "0, 2", "5, 1", "5, 2", "56, 2"},
        expect = Expect.ACCEPTABLE,
        desc = "whole, in order, and counted")
@Outcome(expect = Expect.FORBIDDEN, desc = "Everything else.")
@State
public class RecordTornTail {
    private final RecordLogCell log = new RecordLogCell(LogFlaw.TORN_TAIL);

    /// Appends twice.
    @Actor
    public void appends(II_Result result) {
        log.append(5);
        log.append(6);
    }

    /// Reads what is there, then counts.
    @Actor
    public void follows(II_Result result) {
        result.r1 = log.tail();
        result.r2 = log.count();
    }
}
