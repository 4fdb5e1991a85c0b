package io.m17.proofs;

/// A claim about m17 as a program that tries to break it. Run for seconds it is a gate of the build, for an hour it is
/// evidence.
public interface Proof {
    /// One word or two with a hyphen, as `power-loss`.
    String name();

    /// What [Outcome#count] counts, in the plural.
    String unit();

    /// The share of the gate's time that this proof gets beside the others, from 1.
    int weight();

    /// The share of a long run's time: about the minutes of an hour that it takes to reach the counts which
    /// docs/testing.md states.
    default int longWeight() {
        return weight();
    }

    /// Tries to break the claim until the budget is spent, at least once. A broken claim is a failure in the outcome;
    /// an exception means that the proof itself could not be run.
    Outcome run(Budget budget) throws Exception;
}
