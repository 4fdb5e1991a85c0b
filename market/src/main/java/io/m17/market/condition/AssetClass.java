package io.m17.market.condition;

/// The markets whose trades have conditions of their own; the same number is another condition in each.
public enum AssetClass {
    STOCKS("stocks"),
    OPTIONS("options");

    private final String label;

    AssetClass(String label) {
        this.label = label;
    }

    /// The vendor's name, such as `stocks`.
    public String label() {
        return label;
    }

    /// The table of this market that m17 ships.
    public TradeConditions shipped() {
        return switch (this) {
            case STOCKS -> TradeConditions.stocks();
            case OPTIONS -> TradeConditions.options();
        };
    }
}
