package io.m17.market.column;

/// A growable column of values; confined to one thread at a time.
public sealed interface Vector permits LongVector, IntVector, DoubleVector, TextVector, BytesVector {
    /// The number of values.
    int size();

    /// Forgets the values and keeps the memory.
    void clear();

    /// Appends `source[index]`; the source has the same type.
    void appendFrom(Vector source, int index);

    /// Puts the values of rows `from` (inclusive) to `from + order.length` (exclusive) into the order given by indexes
    /// relative to `from`.
    void reorder(int from, int[] order);
}
