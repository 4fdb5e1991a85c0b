package io.m17.greeks;

/// What one option quote says: the price taken from it, its implied volatility and the Greeks, or why there are
/// none.
///
/// Every number is defined when [#reason] is NONE; otherwise volatility and Greeks are NaN, and the price too
/// unless the quote gave one. Mutable, reusable, confined to one thread.
public final class OptionValuation {
    private final Greeks greeks = new Greeks();
    private UndefinedReason reason = UndefinedReason.NO_QUOTE;
    private double price = Double.NaN;
    private double impliedVolatility = Double.NaN;

    /// Why volatility and Greeks are NaN; NONE when they are defined.
    public UndefinedReason reason() {
        return reason;
    }

    /// The option price that was inverted, the mid of a quote.
    public double price() {
        return price;
    }

    /// Per year, 0.2 is 20 %.
    public double impliedVolatility() {
        return impliedVolatility;
    }

    /// The Greeks at the implied volatility; the same object every time.
    public Greeks greeks() {
        return greeks;
    }

    /// Makes every number undefined, for a reason that is known before any calculation.
    public void setUndefined(UndefinedReason why) {
        setUndefined(why, Double.NaN);
    }

    void setUndefined(UndefinedReason why, double priceSeen) {
        if (why == UndefinedReason.NONE) {
            throw new IllegalArgumentException(
                    "an undefined valuation needs a reason [reason=NONE], name another UndefinedReason");
        }
        reason = why;
        price = priceSeen;
        impliedVolatility = Double.NaN;
        greeks.setUndefined();
    }

    void setDefined(double inverted, double volatility) {
        reason = UndefinedReason.NONE;
        price = inverted;
        impliedVolatility = volatility;
    }
}
