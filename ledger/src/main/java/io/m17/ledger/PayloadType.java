package io.m17.ledger;

/// Which map owns a payload. Codes are part of the file format; 0 is never a payload.
public enum PayloadType {
    NONE(0, ""),
    RF_RATE(1, "rf_rate"),
    TRADE(2, "trade"),
    QUOTE(3, "quote"),
    AGGRESSOR(4, "aggressor"),
    GREEKS(5, "greeks"),
    AGGREGATE(6, "aggregate");

    private static final PayloadType[] BY_CODE = values();

    private final int code;
    private final String label;

    PayloadType(int code, String label) {
        this.code = code;
        this.label = label;
    }

    public int code() {
        return code;
    }

    /// The name of the map without `.map`, and of the artifact kind.
    public String label() {
        return label;
    }

    /// The map's file name.
    public String fileName() {
        return label + ".map";
    }

    public static boolean isCode(int code) {
        return code >= 0 && code < BY_CODE.length;
    }

    /// The type behind a stored code; an unknown code is [#NONE].
    public static PayloadType ofCode(int code) {
        return isCode(code) ? BY_CODE[code] : NONE;
    }
}
