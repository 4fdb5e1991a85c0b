package io.m17.ledger;

import io.m17.journal.Storage;
import io.m17.ledger.durability.CommitPolicy;
import java.nio.file.Path;
import java.time.InstantSource;

/// How a ledger is opened.
///
/// @param symbolCap how many instruments there can ever be; counts for a new state directory
/// @param payloadCapacity how many records a session's map can hold; counts for new sessions
/// @param storage what its files stand on
/// @param commits when what was written is made durable
/// @param clock what says when a commit began; the only clock that a ledger reads
public record LedgerOptions(
        Path stateDir,
        int symbolCap,
        int payloadCapacity,
        ExpectedColumns expectedColumns,
        Storage storage,
        CommitPolicy commits,
        InstantSource clock) {
    public LedgerOptions {
        if (payloadCapacity < 1) {
            throw new IllegalArgumentException("a map holds records [payload_capacity=" + payloadCapacity + "]");
        }
    }

    /// Options on the file system as it is, with commits on request by the system's clock.
    public LedgerOptions(Path stateDir, int symbolCap, int payloadCapacity, ExpectedColumns expectedColumns) {
        this(
                stateDir,
                symbolCap,
                payloadCapacity,
                expectedColumns,
                Storage.SYSTEM,
                new CommitPolicy.OnRequest(),
                InstantSource.system());
    }

    /// The same on another storage.
    public LedgerOptions withStorage(Storage newStorage) {
        return new LedgerOptions(stateDir, symbolCap, payloadCapacity, expectedColumns, newStorage, commits, clock);
    }

    /// The same with commits of another policy, by another clock.
    public LedgerOptions withCommits(CommitPolicy newCommits, InstantSource newClock) {
        return new LedgerOptions(stateDir, symbolCap, payloadCapacity, expectedColumns, storage, newCommits, newClock);
    }
}
