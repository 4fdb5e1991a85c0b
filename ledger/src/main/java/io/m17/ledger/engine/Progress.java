package io.m17.ledger.engine;

/// Where long work says how far it is. Thread-safe; cheap enough for every megabyte, not for every row.
public interface Progress {
    /// Nobody looks.
    Progress NONE = (task, done, total) -> {};

    /// A task is at `done` of `total`; the same when it has ended.
    void at(String task, long done, long total);
}
