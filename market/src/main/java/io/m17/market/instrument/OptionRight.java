package io.m17.market.instrument;

/// What an option's holder may do.
public enum OptionRight {
    CALL('C'),
    PUT('P');

    private final char code;

    OptionRight(char code) {
        this.code = code;
    }

    /// The letter in the ticker, `C` or `P`.
    public char code() {
        return code;
    }

    static OptionRight of(char code) {
        return switch (code) {
            case 'C' -> CALL;
            case 'P' -> PUT;
            default -> throw new IllegalArgumentException("an option right is C or P [right=" + code + "]");
        };
    }
}
