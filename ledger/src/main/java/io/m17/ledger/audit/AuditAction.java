package io.m17.ledger.audit;

/// What an audit entry says was done. Codes are part of the file format.
public enum AuditAction {
    OPENED(1),
    CLOSED(2),
    CLAIMED(3),
    CLEARED(4),
    RETIRED(5),
    RECOVERED(6),
    REPAIRED(7),
    REBUILT(8);

    private final int code;

    AuditAction(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static AuditAction ofCode(int code) {
        for (AuditAction action : values()) {
            if (action.code == code) {
                return action;
            }
        }
        throw new IllegalArgumentException("no such audit action [code=" + code + "]");
    }
}
