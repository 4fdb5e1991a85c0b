package io.m17.market.artifact;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An artifact file that cannot be written or read as it should be: the disk failed, or the bytes are not what was
/// written. The message says what, and names the file.
public final class ArtifactException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    ArtifactException(Path file, String what, @Nullable Throwable cause) {
        super(what + " [file=" + file + "]" + (cause == null ? "" : ": " + cause.getMessage()), cause);
        this.file = file;
    }

    ArtifactException(Path file, String what) {
        this(file, what, null);
    }

    /// The file that it is about.
    public Path file() {
        return file;
    }
}
