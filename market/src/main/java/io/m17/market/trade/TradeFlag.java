package io.m17.market.trade;

/// What is wrong with the values of a trade, if anything. Such a row is kept and counts in nothing that is derived.
public enum TradeFlag {
    NONE(""),
    PRICE_NOT_POSITIVE("PRICE_NOT_POSITIVE"),
    PRICE_TOO_HIGH("PRICE_TOO_HIGH"),
    SIZE_NEGATIVE("SIZE_NEGATIVE"),
    SIZE_TOO_LARGE("SIZE_TOO_LARGE");

    private final String label;

    TradeFlag(String label) {
        this.label = label;
    }

    /// How artifacts say it; empty for [#NONE].
    public String label() {
        return label;
    }
}
