package io.m17.greeks;

/// At which prices of the expiration day an option settles.
public enum Settlement {
    /// The opening prices: expiry is at 09:30 New York.
    AM,
    /// The closing prices: expiry is at the close, 16:00 or earlier.
    PM,
    /// The price of a future: no spot price values the option.
    FUTURE
}
