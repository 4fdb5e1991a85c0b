package io.m17.market.column;

import java.util.Arrays;
import java.util.Objects;

/// A growable column of `double` values; confined to one thread at a time. Every NaN is held in the one canonical bit
/// form, so that "undefined" has one checksum however it came about; who stores through [#array()] keeps to that.
public final class DoubleVector implements Vector {
    private double[] values = new double[16];
    private int size;

    @Override
    public int size() {
        return size;
    }

    @Override
    public void truncate(int newSize) {
        size = Objects.checkIndex(newSize, size + 1);
    }

    public void append(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Growth.next(size));
        }
        values[size++] = canonical(value);
    }

    public double get(int index) {
        return values[index];
    }

    public void set(int index, double value) {
        values[index] = canonical(value);
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
    public double[] array() {
        return values;
    }

    @Override
    public void appendFrom(Vector source, int from, int to) {
        int at = extend(to - from);
        System.arraycopy(((DoubleVector) source).values, from, values, at, to - from);
    }

    @Override
    public void reorder(int from, int[] order) {
        double[] sorted = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = values[from + order[i]];
        }
        System.arraycopy(sorted, 0, values, from, order.length);
    }

    private static double canonical(double value) {
        return Double.isNaN(value) ? Double.NaN : value;
    }
}
