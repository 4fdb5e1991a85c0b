package io.m17.proofs.corruption;

import io.m17.journal.JournalException;
import io.m17.ledger.LedgerException;
import io.m17.market.artifact.ArtifactException;
import java.io.IOException;

/// What a reader gets in place of a value: a typed error. Equal to any other.
enum Refused {
    TYPED;

    /// A read that may be refused.
    interface Read {
        Object value() throws Exception;
    }

    /// The value, or the refusal when the error is a declared one; any other error goes through.
    static Object or(Read read) {
        try {
            return read.value();
        } catch (Exception e) {
            if (isTyped(e)) {
                return TYPED;
            }
            throw new UndeclaredException(e);
        }
    }

    static boolean isTyped(Exception e) {
        return e instanceof LedgerException
                || e instanceof JournalException
                || e instanceof ArtifactException
                || e instanceof IOException;
    }

    /// An error in one line with the places in m17 that it came through.
    static String describe(Exception cause) {
        StringBuilder text = new StringBuilder(cause.toString());
        StackTraceElement[] frames = cause.getStackTrace();
        for (int i = 0, own = 0; i < frames.length && own < 3; i++) {
            if (frames[i].getClassName().startsWith("io.m17")) {
                text.append(" < ").append(frames[i].getFileName()).append(':').append(frames[i].getLineNumber());
                own++;
            }
        }
        return text.toString();
    }

    /// An error that no signature or document of m17 speaks of.
    static final class UndeclaredException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UndeclaredException(Exception cause) {
            super(describe(cause), cause);
        }
    }
}
