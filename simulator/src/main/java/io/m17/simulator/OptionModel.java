package io.m17.simulator;

import io.m17.simulator.pricing.BlackScholes;
import io.m17.simulator.pricing.BlackScholes.Valuation;
import io.m17.simulator.pricing.VolatilitySurface;

/// What a chain's contracts are worth: spot path, surface, curves and dividend yield together. Immutable.
///
/// Years to expiry are (the close of the expiration − t) / 365 days.
record OptionModel(VolatilitySurface surface, DayCurves curves, double dividendYield) {
    private static final double YEAR_NS = 365.0 * 86_400 * TradingHours.SECOND_NS;

    static double years(long fromNs, long expiryNs) {
        return (expiryNs - fromNs) / YEAR_NS;
    }

    double rate(long eventNs, double years) {
        return curves.inForce(eventNs).continuousRate(years);
    }

    double volatility(Contract contract, double spot, double years, double rate) {
        return surface.volatility(spot, contract.strike(), years, rate, dividendYield);
    }

    /// The model price at a moment before expiry.
    double price(Contract contract, double spot, long eventNs) {
        double years = years(eventNs, contract.expiryNs());
        double rate = rate(eventNs, years);
        double volatility = volatility(contract, spot, years, rate);
        return BlackScholes.price(contract.right(), spot, contract.strike(), years, rate, dividendYield, volatility);
    }

    Valuation value(Contract contract, double spot, double years, double rate, double volatility) {
        return BlackScholes.value(contract.right(), spot, contract.strike(), years, rate, dividendYield, volatility);
    }
}
