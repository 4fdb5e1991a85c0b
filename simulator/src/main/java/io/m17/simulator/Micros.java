package io.m17.simulator;

/// Prices and sizes as whole millionths, which every vendor decimal is.
final class Micros {
    static final long PER_UNIT = 1_000_000;
    static final long CENT = 10_000;
    static final long HUNDREDTH_OF_CENT = 100;

    private Micros() {}

    static double dollars(long micros) {
        return micros / (double) PER_UNIT;
    }

    static long roundDown(double dollars, long tick) {
        return (long) Math.floor(dollars * PER_UNIT / tick + 1e-9) * tick;
    }

    static long roundUp(double dollars, long tick) {
        return (long) Math.ceil(dollars * PER_UNIT / tick - 1e-9) * tick;
    }

    static long roundNearest(double dollars, long tick) {
        return Math.round(dollars * PER_UNIT / tick) * tick;
    }
}
