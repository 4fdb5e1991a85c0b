package io.m17.market.flatfile;

import org.jspecify.annotations.Nullable;

/// A file that cannot be read to its end. What was delivered before stands.
public final class FlatFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What is wrong with the file as a whole.
    public enum Fault {
        /// It is not there, or reading it failed.
        UNREADABLE,
        /// Its store does not give it to this account.
        NOT_ENTITLED,
        /// It was replaced while it was read; the new one is to be read from its beginning.
        REPLACED,
        /// It has no bytes.
        EMPTY,
        /// It does not begin as gzip data.
        NOT_GZIP,
        /// It ends inside its gzip data.
        TRUNCATED,
        /// Its gzip data is damaged.
        CORRUPT,
        /// Its first line does not name the columns that are needed.
        WRONG_HEADER,
        /// The reading thread was interrupted; the file may be sound.
        INTERRUPTED
    }

    private final String file;
    private final Fault fault;

    public FlatFileException(Fault fault, String file, String what, String where, String action) {
        this(fault, file, what, where, action, null);
    }

    /// @param file its path or URI
    /// @param where inside it; may be empty
    /// @param action what to do
    public FlatFileException(
            Fault fault, String file, String what, String where, String action, @Nullable Throwable cause) {
        super(what + " [file=" + file + (where.isEmpty() ? "" : ", " + where) + "]: " + action, cause);
        this.file = file;
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /// The path or URI of the file.
    public String file() {
        return file;
    }
}
