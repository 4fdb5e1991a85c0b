package io.m17.simulator.pricing;

/// Whether an option buys (call) or sells (put) its underlying.
public enum OptionRight {
    CALL('C', 1),
    PUT('P', -1);

    private final char code;
    private final int sign;

    OptionRight(char code, int sign) {
        this.code = code;
        this.sign = sign;
    }

    /// The letter in an option ticker.
    public char code() {
        return code;
    }

    /// 1 for a call and −1 for a put.
    public int sign() {
        return sign;
    }
}
