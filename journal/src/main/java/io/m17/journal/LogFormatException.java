package io.m17.journal;

import java.nio.file.Path;

/// The file is no log of the kind asked for, or its header is damaged.
public final class LogFormatException extends JournalException {
    private static final long serialVersionUID = 1L;

    LogFormatException(Path file, String reason) {
        super("Not a usable log: %s [file=%s], restore it or rebuild it".formatted(reason, file));
    }
}
