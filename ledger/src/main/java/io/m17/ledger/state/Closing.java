package io.m17.ledger.state;

import io.m17.ledger.LedgerException;
import org.jspecify.annotations.Nullable;

/// Closes one thing after another, each whatever becomes of the others, and reports the first failure at the end.
/// Confined to one thread.
public final class Closing {
    private @Nullable Exception failure;

    /// Closes it; a failure waits for [#end()].
    public void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            if (failure == null) {
                failure = e;
            } else if (failure != e) {
                failure.addSuppressed(e);
            }
        }
    }

    /// Throws what failed first, if anything did: a runtime exception as it is, any other as a [LedgerException].
    public void end() {
        if (failure instanceof RuntimeException first) {
            throw first;
        }
        if (failure != null) {
            throw new LedgerException("not everything could be closed cleanly; the next opening recovers", failure);
        }
    }

    /// Adds what failed to an exception that is on its way already.
    public void endIn(Throwable thrown) {
        if (failure != null) {
            thrown.addSuppressed(failure);
        }
    }
}
