package io.m17.ledger;

import io.m17.journal.Storage;
import java.nio.file.Path;

/// How a ledger is opened.
///
/// @param symbolCap how many instruments there can ever be; counts for a new state directory
/// @param payloadCapacity how many records a session's map can hold; counts for new sessions
/// @param storage what its files stand on
public record LedgerOptions(
        Path stateDir, int symbolCap, int payloadCapacity, ExpectedColumns expectedColumns, Storage storage) {
    public LedgerOptions {
        if (payloadCapacity < 1) {
            throw new IllegalArgumentException("a map holds records [payload_capacity=" + payloadCapacity + "]");
        }
    }

    /// Options on the file system as it is.
    public LedgerOptions(Path stateDir, int symbolCap, int payloadCapacity, ExpectedColumns expectedColumns) {
        this(stateDir, symbolCap, payloadCapacity, expectedColumns, Storage.SYSTEM);
    }

    /// The same on another storage.
    public LedgerOptions withStorage(Storage newStorage) {
        return new LedgerOptions(stateDir, symbolCap, payloadCapacity, expectedColumns, newStorage);
    }
}
