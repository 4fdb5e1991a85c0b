package io.m17.simulator;

/// The ledger's columns that the truth speaks of, by their names there.
enum TruthColumn {
    TRADE("trade_ref", 0, false),
    QUOTE("quote_ref", 0, false),
    AGGRESSOR("aggressor_ref", 0, false),
    RF_RATE("rf_rate_ref", 0, true),
    GREEKS("greeks_ref", 0, true),
    AGGS_1M("aggs_1m", 1, false),
    AGGS_5M("aggs_5m", 5, false),
    AGGS_10M("aggs_10m", 10, false),
    AGGS_30M("aggs_30m", 30, false),
    AGGS_1H("aggs_1h", 60, false),
    AGGS_4H("aggs_4h", 240, false);

    private final String label;
    private final int aggregateMinutes;
    private final boolean chainsOnly;

    TruthColumn(String label, int aggregateMinutes, boolean chainsOnly) {
        this.label = label;
        this.aggregateMinutes = aggregateMinutes;
        this.chainsOnly = chainsOnly;
    }

    String label() {
        return label;
    }

    /// Length of the rolling window, 0 when this is no aggregate.
    int aggregateMinutes() {
        return aggregateMinutes;
    }

    boolean chainsOnly() {
        return chainsOnly;
    }
}
