package io.m17.ledger;

import java.nio.file.Path;

/// How a ledger is opened.
///
/// @param symbolCap how many instruments there can ever be; counts for a new state directory
/// @param payloadCapacity how many records a session's map can hold; counts for new sessions
public record LedgerOptions(Path stateDir, int symbolCap, int payloadCapacity, ExpectedColumns expectedColumns) {
    public LedgerOptions {
        if (payloadCapacity < 1) {
            throw new IllegalArgumentException("a map holds records [payload_capacity=" + payloadCapacity + "]");
        }
    }
}
