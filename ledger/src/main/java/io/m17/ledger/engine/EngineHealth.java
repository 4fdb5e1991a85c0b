package io.m17.ledger.engine;

/// How an engine is.
///
/// @param turns finished turns since the start
/// @param idleSinceChange the ledger's change count that the last turn began with, when that turn found nothing to do;
///     otherwise -1
/// @param failures turns that ended in an error since the start
/// @param lastFailure the last error in one line, or empty
public record EngineHealth(State state, long turns, long idleSinceChange, long failures, String lastFailure) {
    /// Where the engine is in its life.
    public enum State {
        NEW,
        RUNNING,
        STOPPED
    }
}
