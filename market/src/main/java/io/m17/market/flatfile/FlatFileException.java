package io.m17.market.flatfile;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file that cannot be read to its end. What was delivered before stands.
public final class FlatFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What is wrong with the file as a whole.
    public enum Fault {
        /// It is not there, or reading it failed.
        UNREADABLE,
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

    private final transient Path file;
    private final Fault fault;

    FlatFileException(Fault fault, Path file, String what, String where, String action) {
        this(fault, file, what, where, action, null);
    }

    FlatFileException(Fault fault, Path file, String what, String where, String action, @Nullable Throwable cause) {
        super(what + " [file=" + file + (where.isEmpty() ? "" : ", " + where) + "]: " + action, cause);
        this.file = file;
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    public Path file() {
        return file;
    }
}
