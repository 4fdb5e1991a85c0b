package io.m17.market.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/// A growable column of texts with mostly distinct values: UTF-8 bytes end to end, and where each ends; confined to one
/// thread at a time.
public final class BytesVector implements Vector {
    private byte[] bytes = new byte[256];
    private int[] ends = new int[16];
    private int size;

    @Override
    public int size() {
        return size;
    }

    @Override
    public void truncate(int newSize) {
        size = Objects.checkIndex(newSize, size + 1);
    }

    public void append(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        append(utf8, 0, utf8.length);
    }

    public void append(byte[] buffer, int offset, int length) {
        int start = size == 0 ? 0 : ends[size - 1];
        while (length > bytes.length - start) {
            bytes = Arrays.copyOf(bytes, Growth.next(bytes.length));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, Growth.next(size));
        }
        System.arraycopy(buffer, offset, bytes, start, length);
        ends[size++] = start + length;
    }

    /// Appends `count` values that stand end to end in a buffer; value `i` has `lengths[firstLength + i]` bytes.
    public void appendAll(byte[] buffer, int offset, int[] lengths, int firstLength, int count) {
        int end = size == 0 ? 0 : ends[size - 1];
        if (count > ends.length - size) {
            ends = Arrays.copyOf(ends, Growth.toHold(ends.length, size, count));
        }
        long total = 0;
        for (int i = firstLength; i < firstLength + count; i++) {
            total += lengths[i];
        }
        if (total > bytes.length - end) {
            bytes = Arrays.copyOf(bytes, Growth.toHold(bytes.length, end, total));
        }
        System.arraycopy(buffer, offset, bytes, end, (int) total);
        for (int i = 0; i < count; i++) {
            end += lengths[firstLength + i];
            ends[size + i] = end;
        }
        size += count;
    }

    public String get(int index) {
        return new String(bytes, start(index), length(index), StandardCharsets.UTF_8);
    }

    /// Where a value's bytes begin in [#bytes()].
    public int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    public int length(int index) {
        return ends[index] - start(index);
    }

    /// The bytes of all values end to end, valid until the next append.
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public void appendFrom(Vector source, int from, int to) {
        BytesVector other = (BytesVector) source;
        for (int i = from; i < to; i++) {
            append(other.bytes, other.start(i), other.length(i));
        }
    }

    @Override
    public void reorder(int from, int[] order) {
        BytesVector sorted = new BytesVector();
        for (int i = 0; i < order.length; i++) {
            sorted.append(bytes, start(from + order[i]), length(from + order[i]));
        }
        size = from;
        appendFrom(sorted, 0, order.length);
    }
}
