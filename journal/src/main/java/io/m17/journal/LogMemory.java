package io.m17.journal;

/// The memory that a record log's records live in, as the few operations that publishing and reading one need.
///
/// Offsets are bytes. Those of whole numbers are multiples of their size; numbers are little-endian. Implemented over a
/// mapped file and, for model checkers, over an array. An access outside `[0, sizeBytes())` throws
/// `IndexOutOfBoundsException`.
public interface LogMemory {
    /// The length of the memory.
    long sizeBytes();

    /// Load that later loads and stores cannot overtake.
    int getIntAcquire(long offset);

    /// Store that earlier loads and stores cannot fall behind.
    void setIntRelease(long offset, int value);

    /// Plain load.
    int getInt(long offset);

    /// Plain store.
    void setInt(long offset, int value);

    /// Plain load.
    long getLong(long offset);

    /// Plain store.
    void setLong(long offset, long value);

    /// Plain stores of a part of an array.
    void copyIn(byte[] source, int sourceIndex, long offset, int lengthBytes);

    /// Plain loads into a part of an array.
    void copyOut(long offset, byte[] destination, int destinationIndex, int lengthBytes);

    /// Plain stores of zeros.
    void zero(long offset, int lengthBytes);

    /// The offset of the first byte in `[from, to)` that is not zero, or -1. Plain loads.
    long firstNonZero(long from, long to);
}
