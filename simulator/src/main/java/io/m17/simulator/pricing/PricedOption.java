package io.m17.simulator.pricing;

/// One European option with everything its price is made of, the price unrounded.
///
/// @param rate continuous rate a year
/// @param dividendYield continuous yield a year
/// @param vega derivative of the price by volatility, a unit (1.00)
public record PricedOption(
        OptionRight right,
        double spot,
        double strike,
        double years,
        double rate,
        double dividendYield,
        double volatility,
        double price,
        double vega) {}
