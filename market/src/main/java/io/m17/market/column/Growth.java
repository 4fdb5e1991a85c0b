package io.m17.market.column;

/// How vectors grow: by half, up to the largest array.
final class Growth {
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private Growth() {}

    static int next(int capacity) {
        if (capacity == LARGEST) {
            throw new IllegalStateException("a column is full [rows=" + capacity + "]");
        }
        return (int) Math.min(LARGEST, Math.max(16L, capacity + (long) (capacity >> 1)));
    }

    /// A capacity for `count` more elements after `size`: at least the next step.
    static int toHold(int capacity, int size, long count) {
        long needed = size + count;
        if (needed > LARGEST) {
            throw new IllegalStateException("a column is full [rows=" + size + ", wanted=" + count + "]");
        }
        return (int) Math.max(needed, next(capacity));
    }
}
