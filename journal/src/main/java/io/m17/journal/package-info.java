/// Append-only, checksummed record logs on mapped files.
///
/// Start at [io.m17.journal.FixedRecordLog] (records of one size, found by arithmetic) and
/// [io.m17.journal.RecordLog] (records of any length, in segments). Both publish a record by a release store, so
/// that tailers in any process see it whole; both recover after a crash and prove by `verify` that no byte has
/// changed. [io.m17.journal.MappedRegion] is what they stand on, and what the slot matrices stand on too. The bytes
/// are described in `docs/format/record-log.md`.
///
/// Logs and regions are thread-safe; a tailer belongs to one thread. One process writes a file at a time: the lock that
/// keeps others out is the caller's. Nothing here reads a clock or the environment, starts a thread or logs.
@NullMarked
package io.m17.journal;

import org.jspecify.annotations.NullMarked;
