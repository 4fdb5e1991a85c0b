package io.m17.simulator;

/// A trading halt `[startNs, endNs)`: no trade and no quote but the empty one at its start. A value; empty when
/// start equals end.
record Halt(long startNs, long endNs) {
    static final Halt NONE = new Halt(0, 0);

    boolean contains(long eventNs) {
        return eventNs >= startNs && eventNs < endNs;
    }

    boolean exists() {
        return endNs > startNs;
    }
}
