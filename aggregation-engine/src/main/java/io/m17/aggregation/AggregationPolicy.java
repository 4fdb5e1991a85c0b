package io.m17.aggregation;

import io.m17.market.condition.TradeConditions;
import io.m17.market.trade.TradeBounds;
import io.m17.publication.InputDigest;

/// By which rules trades become aggregates: everything about it that can be set.
///
/// @param stocks what a stock trade may update, by its conditions
/// @param options the same of an option trade
/// @param bounds of values within which a trade is believed; one outside updates nothing and is counted
public record AggregationPolicy(TradeConditions stocks, TradeConditions options, TradeBounds bounds) {
    /// The tables that m17 ships, and the usual bounds.
    public static AggregationPolicy shipped() {
        return new AggregationPolicy(TradeConditions.stocks(), TradeConditions.options(), TradeBounds.DEFAULT);
    }

    /// The table for an option chain, or for an equity.
    TradeConditions conditions(boolean chain) {
        return chain ? options : stocks;
    }

    /// A digest of what counts for such an instrument: of the rules and bounds, not of names or versions.
    int digest(boolean chain) {
        return InputDigest.of(conditions(chain).rulesDigest(), bounds.digest());
    }
}
