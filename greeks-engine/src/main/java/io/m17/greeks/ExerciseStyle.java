package io.m17.greeks;

/// When the holder of an option may exercise it: any time up to expiry, or at expiry only.
public enum ExerciseStyle {
    AMERICAN,
    EUROPEAN
}
