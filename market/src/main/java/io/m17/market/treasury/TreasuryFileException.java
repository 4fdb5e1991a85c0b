package io.m17.market.treasury;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file of par yields that cannot be read, or that is none.
public final class TreasuryFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TreasuryFileException(Path file, String what, String action, @Nullable Throwable cause) {
        super(what + " [file=" + file + "]: " + action, cause);
    }
}
