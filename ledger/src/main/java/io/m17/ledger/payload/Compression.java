package io.m17.ledger.payload;

/// How an artifact's pages are compressed. Codes are part of the file format.
public enum Compression {
    NONE(0),
    SNAPPY(1),
    ZSTD(2);

    private final int code;

    Compression(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static Compression ofCode(int code) {
        return switch (code) {
            case 0 -> NONE;
            case 1 -> SNAPPY;
            case 2 -> ZSTD;
            default -> throw new IllegalArgumentException("no such compression [code=" + code + "]");
        };
    }
}
