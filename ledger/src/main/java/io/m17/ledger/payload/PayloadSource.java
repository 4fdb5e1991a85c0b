package io.m17.ledger.payload;

/// Where a payload's rows came from. Codes are part of the file format.
public enum PayloadSource {
    /// The vendor's flat file: settled.
    FLAT_FILE(1),
    /// The live feed: provisional until the flat file settles it.
    LIVE(2),
    /// Computed from other payloads.
    DERIVED(3);

    private final int code;

    PayloadSource(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static PayloadSource ofCode(int code) {
        return switch (code) {
            case 1 -> FLAT_FILE;
            case 2 -> LIVE;
            case 3 -> DERIVED;
            default -> throw new IllegalArgumentException("no such payload source [code=" + code + "]");
        };
    }
}
