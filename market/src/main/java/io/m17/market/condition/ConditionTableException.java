package io.m17.market.condition;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file of trade conditions that cannot be read, or that is none: one line that says what, in which file and where.
public final class ConditionTableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param place in the file, such as `line=4`; empty when it is about the whole of it
    ConditionTableException(Path file, String place, String what, @Nullable Throwable cause) {
        super(what + " [file=" + file + (place.isEmpty() ? "" : ", " + place) + "]", cause);
    }
}
