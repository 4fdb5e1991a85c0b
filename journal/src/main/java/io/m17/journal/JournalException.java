package io.m17.journal;

/// Why a log could not do what was asked of it.
public abstract sealed class JournalException extends RuntimeException
        permits CorruptRecordException, LogClosedException, LogFailedException, LogFormatException, LogFullException {
    private static final long serialVersionUID = 1L;

    JournalException(String message) {
        super(message);
    }

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
