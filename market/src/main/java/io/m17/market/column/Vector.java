package io.m17.market.column;

/// A growable column of values; confined to one thread at a time.
public sealed interface Vector permits LongVector, IntVector, DoubleVector, TextVector, BytesVector {
    /// The number of values.
    int size();

    /// Forgets the values from `size` on and keeps the memory.
    void truncate(int size);

    /// Appends the source's values `[from, to)`; the source has the same type and is another vector.
    void appendFrom(Vector source, int from, int to);

    /// Puts the values of rows `from` (inclusive) to `from + order.length` (exclusive) into the order given by indexes
    /// relative to `from`.
    void reorder(int from, int[] order);
}
