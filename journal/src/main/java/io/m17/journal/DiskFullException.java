package io.m17.journal;

import java.io.IOException;
import java.nio.file.Path;

/// No space (or no quota) is left for blocks of a file. What the file held is untouched.
public final class DiskFullException extends IOException {
    private static final long serialVersionUID = 1L;

    /// The file whose blocks were asked for.
    public DiskFullException(Path file) {
        super("No space left to preallocate [file=%s], free space on its file system and try again".formatted(file));
    }
}
