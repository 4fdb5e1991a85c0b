package io.m17.proofs.crash;

/// What a crash may have taken.
enum Loss {
    /// The process died: nothing that was acknowledged is gone.
    PROCESS,
    /// The machine died: what was not on the disk may be gone or old, page by page.
    POWER
}
