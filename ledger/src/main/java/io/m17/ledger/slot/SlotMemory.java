package io.m17.ledger.slot;

/// The memory that slots and summaries live in, as the few operations that the protocol needs. Offsets are bytes and
/// multiples of 8. Implemented over a mapped file and, for model checkers, over an array.
public interface SlotMemory {
    /// Plain load.
    long get(long offset);

    /// Plain store.
    void set(long offset, long value);

    /// Load that later loads and stores cannot overtake.
    long getAcquire(long offset);

    /// Store that earlier loads and stores cannot fall behind.
    void setRelease(long offset, long value);

    /// Volatile compare-and-swap.
    boolean compareAndSet(long offset, long expected, long value);

    /// Volatile add; returns the value before.
    long getAndAdd(long offset, long delta);
}
