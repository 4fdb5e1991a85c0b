package io.m17.journal;

import java.nio.file.Path;

/// Something in a log file that is not as it was written.
///
/// @param file the file
/// @param recordNumber the record, or 0 when the fault is in no record
/// @param offsetBytes where in the file
/// @param what what is wrong
public record LogFault(Path file, long recordNumber, long offsetBytes, String what) {}
