package io.m17.ledger.engine;

/// One round of an engine's work: look at the ledger, do what there is to do.
@FunctionalInterface
public interface Turn {
    /// Does what there is to do.
    ///
    /// @return whether anything was done, so that there may be more
    boolean run() throws Exception;
}
