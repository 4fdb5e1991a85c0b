package io.m17.greeks;

/// Why an implied volatility and its Greeks are undefined. Undefined numbers are NaN, never 0.
public enum UndefinedReason {
    /// The numbers are defined.
    NONE,
    /// The contract delivers something else than 100 shares of the underlying.
    ADJUSTED_CONTRACT,
    /// An input is infinite, the strike is not positive, the time to expiry is NaN, or a result overflows.
    NOT_FINITE,
    /// No time is left.
    EXPIRED,
    /// There is no price of the underlying.
    NO_UNDERLYING,
    /// There is no rate, or no dividend yield, for the expiry.
    NO_RATE,
    /// Neither side is quoted.
    NO_QUOTE,
    /// Only one side is quoted; a bid of zero is no bid.
    ONE_SIDED,
    /// The bid is above the ask.
    CROSSED,
    /// The price holds no time value: no positive volatility explains it.
    BELOW_INTRINSIC,
    /// The price reaches what the option could be worth at any volatility.
    ABOVE_MAXIMUM,
    /// The early exercise boundary is not known: rates that leave two of them, or a volatility out of the
    /// range in which it was proven.
    NO_BOUNDARY,
    /// The contract's value does not follow from a spot price: its underlying is a future.
    NO_SPOT_MODEL
}
