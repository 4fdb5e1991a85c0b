package io.m17.journal;

import java.nio.file.Path;

/// An append to a log that takes none: it is closed, sealed or open for reading only.
public final class LogClosedException extends JournalException {
    private static final long serialVersionUID = 1L;

    LogClosedException(Path file, LogAccess access) {
        super("The log takes no appends [file=%s, access=%s], open another one".formatted(file, access));
    }
}
