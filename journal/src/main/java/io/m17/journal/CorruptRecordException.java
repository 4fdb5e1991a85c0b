package io.m17.journal;

import java.nio.file.Path;

/// A record does not fit its checksum.
public final class CorruptRecordException extends JournalException {
    private static final long serialVersionUID = 1L;

    private final long number;

    CorruptRecordException(Path file, long number) {
        super("A record does not fit its checksum [file=%s, number=%d], verify the log and restore it"
                .formatted(file, number));
        this.number = number;
    }

    /// The number of the record.
    public long number() {
        return number;
    }
}
