package io.m17.ledger.audit;

/// What an audit entry says was done. Codes are part of the file format.
public enum AuditAction {
    OPENED(1),
    CLAIMED(2),
    CLEARED(3),
    RETIRED(4),
    RECOVERED(5),
    REPAIRED(6),
    REBUILT(7);

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
