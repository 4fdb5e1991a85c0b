package io.m17.journal;

import java.nio.file.Path;

/// What opening a log found and did.
///
/// @param file the log's file, or the last segment's
/// @param records records in the log after opening, void ones included
/// @param voided records that were begun and never published, with published ones behind them: now void
/// @param cutRecords torn records behind the last published one: now zero again
/// @param cutBytes bytes that were zeroed with them
/// @param clean whether the log had been closed and nothing needed looking at
public record RecoveryReport(Path file, long records, long voided, long cutRecords, long cutBytes, boolean clean) {}
