package io.m17.ledger;

/// What is known of a slot. Codes are part of the file format.
public enum SlotStatus {
    /// Nobody looked, or whoever looked left a [Reason] why nothing is there.
    EMPTY(0),
    /// An engine of the running process has claimed the slot; a payload that stands there stays.
    PENDING(1),
    /// The payload is there.
    FILLED(2),
    /// Emptied on purpose, waiting for a refill.
    CLEARED(3),
    /// Never to be filled again, and not expected.
    RETIRED(4);

    private static final SlotStatus[] BY_CODE = values();

    private final int code;

    SlotStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// Whether a code is one of the statuses.
    public static boolean isCode(int code) {
        return code >= 0 && code < BY_CODE.length;
    }

    public static SlotStatus ofCode(int code) {
        return BY_CODE[code];
    }
}
