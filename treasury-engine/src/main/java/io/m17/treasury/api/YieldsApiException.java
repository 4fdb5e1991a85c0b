package io.m17.treasury.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A fetch of yields that failed as a whole; nothing of it counts. One line that says what, where and what to do, and
/// never the key nor what the server wrote.
public final class YieldsApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What went wrong.
    public enum Fault {
        /// The file of the key cannot be read, or holds none.
        NO_KEY(false),
        /// The server does not know the key (401).
        UNKNOWN_KEY(false),
        /// The account may not have yields (403).
        NOT_ENTITLED(false),
        /// There is no such API at the address (404).
        NOT_FOUND(false),
        /// The server refuses the request (400 and other codes that blame the client).
        REFUSED(false),
        /// The server sends to another address (3xx), to which nothing is sent.
        REDIRECTED(false),
        /// Too many requests for now (429).
        RATE_LIMITED(true),
        /// No answer, one that broke off or took too long, or a server in trouble (5xx).
        UNAVAILABLE(true),
        /// An answer that is no page of yields.
        UNREADABLE(false),
        /// An answer longer than a page can be.
        TOO_LONG(false),
        /// A next page on another host, one that was read before, or too many.
        ASTRAY(false);

        private final boolean passes;

        Fault(boolean passes) {
            this.passes = passes;
        }

        /// Whether time alone may mend it, so that the same request is worth repeating.
        public boolean passes() {
            return passes;
        }
    }

    private final Fault fault;
    private final Duration retryAfter;

    YieldsApiException(Fault fault, String what, String where, String action, @Nullable Throwable cause) {
        this(fault, what, where, action, Duration.ZERO, cause);
    }

    /// @param where `key=value, …`
    /// @param action what to do
    /// @param retryAfter how long the server wants to be left alone; zero when it did not say
    YieldsApiException(
            Fault fault, String what, String where, String action, Duration retryAfter, @Nullable Throwable cause) {
        super(what + " [" + where + "]: " + action, cause);
        this.fault = fault;
        this.retryAfter = retryAfter;
    }

    public Fault fault() {
        return fault;
    }

    /// How long the server wants to be left alone; zero when it did not say.
    public Duration retryAfter() {
        return retryAfter;
    }
}
