package io.m17.journal;

import java.nio.file.Path;

/// The disk failed under the log. A disk that failed once says nothing true about later writes, so the log only reads
/// from here on: close it and open it again, which recovers.
public final class LogFailedException extends JournalException {
    private static final long serialVersionUID = 1L;

    LogFailedException(Path file, Throwable cause) {
        super(
                "The log failed and takes no more appends [file=%s, cause=%s], check the disk and open it again"
                        .formatted(file, cause.getMessage()),
                cause);
    }
}
