package io.m17.aggregation;

import io.m17.market.condition.TradeConditions;
import io.m17.publication.InputDigest;

/// By which rules trades become aggregates: everything about it that can be set.
///
/// @param stocks what a stock trade may update, by its conditions
/// @param options the same of an option trade
public record AggregationPolicy(TradeConditions stocks, TradeConditions options) {
    /// The tables that m17 ships.
    public static AggregationPolicy shipped() {
        return new AggregationPolicy(TradeConditions.stocks(), TradeConditions.options());
    }

    /// The table for an option chain, or for an equity.
    TradeConditions conditions(boolean chain) {
        return chain ? options : stocks;
    }

    /// A digest of what counts for such an instrument: of the rules, not of their names or version.
    int digest(boolean chain) {
        return InputDigest.of(conditions(chain).rulesDigest());
    }
}
