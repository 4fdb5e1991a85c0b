package io.m17.greeks;

/// Values one option contract after the other: from a quote or a price to implied volatility and Greeks.
///
/// Nothing an input may hold throws: NaN, infinity or an impossible price become a reason in the result, so that
/// one bad contract never stops a chain. A spot that is NaN or not positive is *no underlying*, a side that is
/// NaN or not positive is *not quoted*. Of several reasons the first found is told: strike and terms, underlying,
/// quote, price.
///
/// Exercise is European where [ExpiryTerms] are given, American where an [AmericanExpiry] is. Allocation-free but for
/// the boundaries of the latter; confined to one thread.
public final class OptionKernel {
    private final ImpliedVolatility solver = new ImpliedVolatility();

    /// Values a contract at the mid of its quote.
    public void valueQuote(
            double bid, double ask, double spot, double strike, ExpiryTerms terms, Right right, OptionValuation out) {
        UndefinedReason reason = checkMarket(spot, strike, terms);
        if (reason == UndefinedReason.NONE) {
            reason = checkQuote(bid, ask);
        }
        if (reason == UndefinedReason.NONE) {
            invert(0.5 * (bid + ask), spot, strike, terms, right, out);
        } else {
            out.setUndefined(reason);
        }
    }

    /// Values a contract of American exercise at the mid of its quote.
    public void valueQuote(
            double bid,
            double ask,
            double spot,
            double strike,
            AmericanExpiry expiry,
            Right right,
            OptionValuation out) {
        UndefinedReason reason = checkMarket(spot, strike, expiry.terms());
        if (reason == UndefinedReason.NONE) {
            reason = checkQuote(bid, ask);
        }
        if (reason != UndefinedReason.NONE) {
            out.setUndefined(reason);
            return;
        }
        double price = 0.5 * (bid + ask);
        double volatility = expiry.impliedVolatility(price, spot, strike, right);
        if (expiry.reason() == UndefinedReason.NONE) {
            out.setDefined(price, volatility);
            expiry.greeks(spot, strike, volatility, right, out.greeks());
        }
        if (expiry.reason() != UndefinedReason.NONE) {
            out.setUndefined(expiry.reason(), price);
        }
    }

    /// Values a contract at a price, such as a trade's; NaN or a price that is not positive is no quote.
    public void valuePrice(
            double price, double spot, double strike, ExpiryTerms terms, Right right, OptionValuation out) {
        UndefinedReason reason = checkMarket(spot, strike, terms);
        if (reason == UndefinedReason.NONE && !(price > 0)) {
            reason = UndefinedReason.NO_QUOTE;
        }
        if (reason == UndefinedReason.NONE) {
            invert(price, spot, strike, terms, right, out);
        } else {
            out.setUndefined(reason);
        }
    }

    private void invert(double price, double spot, double strike, ExpiryTerms terms, Right right, OptionValuation out) {
        double forward = terms.forward(spot);
        double volatility = solver.solve(price, forward, strike, terms.years(), terms.discount(), right);
        if (solver.reason() != UndefinedReason.NONE) {
            out.setUndefined(solver.reason(), price);
            return;
        }
        out.setDefined(price, volatility);
        BlackScholes.greeks(spot, strike, forward, solver.logRatio(), terms, volatility, right, out.greeks());
    }

    private static UndefinedReason checkMarket(double spot, double strike, ExpiryTerms terms) {
        if (isNotFinite(spot, strike, terms)) {
            return UndefinedReason.NOT_FINITE;
        }
        if (terms.years() <= 0) {
            return UndefinedReason.EXPIRED;
        }
        if (!(spot > 0)) {
            return UndefinedReason.NO_UNDERLYING;
        }
        return Double.isNaN(terms.rate() + terms.dividendYield()) ? UndefinedReason.NO_RATE : UndefinedReason.NONE;
    }

    private static boolean isNotFinite(double spot, double strike, ExpiryTerms terms) {
        return !BlackScholes.isPositive(strike)
                || !Double.isFinite(terms.years())
                || Double.isInfinite(spot)
                || Double.isInfinite(terms.rate())
                || Double.isInfinite(terms.dividendYield());
    }

    private static UndefinedReason checkQuote(double bid, double ask) {
        if (Double.isInfinite(bid) || Double.isInfinite(ask)) {
            return UndefinedReason.NOT_FINITE;
        }
        if (bid > 0 && ask > 0) {
            return bid > ask ? UndefinedReason.CROSSED : UndefinedReason.NONE;
        }
        return bid > 0 || ask > 0 ? UndefinedReason.ONE_SIDED : UndefinedReason.NO_QUOTE;
    }
}
