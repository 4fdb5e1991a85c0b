package io.m17.stress;

/// How late a late store is: some microseconds, so that it shows on two busy cores.
final class Lateness {
    private static final int SPINS = 50;

    private Lateness() {}

    static void pass() {
        for (int spin = 0; spin < SPINS; spin++) {
            Thread.onSpinWait();
        }
    }
}
