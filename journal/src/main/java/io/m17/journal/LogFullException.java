package io.m17.journal;

import java.nio.file.Path;

/// The log's capacity, or the disk's, is exhausted. Nothing was appended and what the log holds is untouched.
public final class LogFullException extends JournalException {
    private static final long serialVersionUID = 1L;

    LogFullException(Path file, long capacityRecords) {
        super("The log is full [file=%s, capacityRecords=%d], create it with a larger capacity"
                .formatted(file, capacityRecords));
    }

    LogFullException(Path file, DiskFullException cause) {
        super("The disk is full [file=%s], free space on its file system and append again".formatted(file), cause);
    }
}
