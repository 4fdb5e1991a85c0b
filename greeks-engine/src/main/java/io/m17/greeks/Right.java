package io.m17.greeks;

/// What the holder of an option may do with the underlying: buy it (call) or sell it (put).
public enum Right {
    CALL,
    PUT
}
