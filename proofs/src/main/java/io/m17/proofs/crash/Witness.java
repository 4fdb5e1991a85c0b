package io.m17.proofs.crash;

/// Who is told what the workload does. Confined to the workload's thread.
interface Witness {
    /// The step may be done, half done or not done from now on.
    void begins(Step step);

    /// The step that was begun last is done.
    void done();
}
