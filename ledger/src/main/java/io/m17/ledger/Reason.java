package io.m17.ledger;

/// Why a slot is as it is. Codes are part of the file format.
public enum Reason {
    NONE(0, false, ""),
    /// On a filled slot: somebody looked and there was nothing in this minute.
    KNOWN_EMPTY(1, false, "known empty"),
    VENDOR_FILE_MISSING(2, true, "the vendor file is missing"),
    NOT_IN_VENDOR_FILE(3, true, "the vendor file has no row of this instrument"),
    VENDOR_FILE_DAMAGED(4, true, "the vendor file is damaged"),
    INPUT_MISSING(5, true, "an input cannot be had"),
    NO_CURVE(6, true, "no rate curve was published in time"),
    NOT_ENTITLED(7, true, "the vendor does not entitle this account to it"),
    DISCONNECTED(8, true, "the feed was disconnected"),
    ENGINE_ERROR(9, true, "the engine failed on it"),
    CLEARED_BY_OPERATOR(10, false, "cleared by an operator"),
    /// Recovery found a write that its writer never finished.
    TORN_WRITE(11, false, "a write was cut short"),
    /// Recovery or verification found a slot without its payload record.
    PAYLOAD_LOST(12, false, "its payload record is lost"),
    /// Verification found the slot, its record or its artifact altered.
    DAMAGED(13, false, "what it pointed at is damaged"),
    OUT_OF_CAPACITY(14, true, "a map or the symbol axis is full"),
    /// The instrument has no more rows in a file that has them for it all along until then.
    VENDOR_FILE_STOPS_EARLY(15, true, "the vendor file's rows of this instrument stop early"),
    /// The vendor's store did not give the file, for a fault that may pass; it is asked again.
    VENDOR_FILE_UNREADABLE(16, true, "the vendor file could not be read");

    private static final Reason[] BY_CODE = values();

    private final int code;
    private final boolean terminal;
    private final String text;

    Reason(int code, boolean terminal, String text) {
        this.code = code;
        this.terminal = terminal;
        this.text = text;
    }

    public int code() {
        return code;
    }

    /// Whether the slot stays unfilled until the outside world changes, so that whoever depends on it need not wait.
    public boolean terminal() {
        return terminal;
    }

    /// The reason in words, for people.
    public String text() {
        return text;
    }

    public static boolean isCode(int code) {
        return code >= 0 && code < BY_CODE.length;
    }

    public static Reason ofCode(int code) {
        return BY_CODE[code];
    }
}
