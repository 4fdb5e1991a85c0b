package io.m17.ledger;

/// The state directory or the machine does not allow what was asked: one line that says what, where and what to do.
public class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerException(String message) {
        super(message);
    }

    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
