package io.m17.market.column;

import java.util.Arrays;
import java.util.Objects;

/// A growable column of `long` values; confined to one thread at a time.
public final class LongVector implements Vector {
    private long[] values = new long[16];
    private int size;

    @Override
    public int size() {
        return size;
    }

    @Override
    public void truncate(int newSize) {
        size = Objects.checkIndex(newSize, size + 1);
    }

    public void append(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Growth.next(size));
        }
        values[size++] = value;
    }

    public long get(int index) {
        return values[index];
    }

    public void set(int index, long value) {
        values[index] = value;
    }

    /// Appends `count` values of no particular content, to be stored through [#array()], and returns the index of the
    /// first.
    public int extend(int count) {
        int first = size;
        if (count > values.length - first) {
            values = Arrays.copyOf(values, Growth.toHold(values.length, first, count));
        }
        size = first + count;
        return first;
    }

    /// The backing array, valid up to [#size()] until the next append.
    public long[] array() {
        return values;
    }

    @Override
    public void appendFrom(Vector source, int from, int to) {
        int at = extend(to - from);
        System.arraycopy(((LongVector) source).values, from, values, at, to - from);
    }

    @Override
    public void reorder(int from, int[] order) {
        long[] sorted = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = values[from + order[i]];
        }
        System.arraycopy(sorted, 0, values, from, order.length);
    }
}
