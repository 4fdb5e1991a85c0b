package io.m17.simulator;

import io.m17.simulator.pricing.BlackScholes.Valuation;

/// One contract at the end of one minute by the model: quote, inputs, surface volatility and Greeks. Prices in
/// dollars.
record GoldenGreek(
        String ticker,
        long windowStartNs,
        double bidPrice,
        double askPrice,
        double underlyingPrice,
        double rate,
        double years,
        double volatility,
        Valuation value) {

    /// Whether the quote still brackets the model price, so that its midpoint gives the surface back to within the
    /// spread.
    boolean fresh() {
        return bidPrice > 0 && bidPrice <= value.price() && value.price() <= askPrice;
    }
}
