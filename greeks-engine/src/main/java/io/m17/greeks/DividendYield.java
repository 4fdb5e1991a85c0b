package io.m17.greeks;

/// Where the dividend yield of an underlying comes from.
public sealed interface DividendYield {
    /// A number, continuous and per year.
    record Fixed(double value) implements DividendYield {
        public Fixed {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a dividend yield is finite [dividend_yield=" + value + "]");
            }
        }
    }

    /// From put–call parity, an expiry and a minute; where that cannot be had, `otherwise`, which may be NaN: then the
    /// contracts of the expiry have no Greeks.
    record Implied(double otherwise) implements DividendYield {}
}
