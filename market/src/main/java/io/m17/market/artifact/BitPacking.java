package io.m17.market.artifact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Parquet's bit packing: values of `width` bits, end to end from the least significant bit of the first byte.
final class BitPacking {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private BitPacking() {}

    /// Appends `count` values, a multiple of 8, none wider than `width` bits.
    static void pack(long[] values, int from, int count, int width, ByteSink sink) {
        int position = sink.reserve((long) count * width / 8);
        long word = 0;
        int filled = 0;
        for (int i = from; i < from + count; i++) {
            long value = values[i];
            word |= value << filled;
            filled += width;
            if (filled >= 64) {
                sink.setLong(position, word);
                position += 8;
                filled -= 64;
                word = filled == 0 ? 0 : value >>> (width - filled);
            }
        }
        sink.setLong(position, word);
    }

    /// Appends `count` values, filled up with zeros to a multiple of 8, none wider than `width` bits.
    static void pack(int[] values, int from, int count, int width, ByteSink sink) {
        long length = (count + 7L) / 8 * width;
        int position = sink.reserve(length);
        int end = position + (int) length;
        Arrays.fill(sink.array(), end - width, end, (byte) 0);
        long word = 0;
        int filled = 0;
        for (int i = from; i < from + count; i++) {
            long value = Integer.toUnsignedLong(values[i]);
            word |= value << filled;
            filled += width;
            if (filled >= 64) {
                sink.setLong(position, word);
                position += 8;
                filled -= 64;
                word = filled == 0 ? 0 : value >>> (width - filled);
            }
        }
        sink.setLong(position, word);
    }

    /// Reads `count` values; the array must go on for 8 bytes after the last one.
    static void unpack(byte[] bytes, int position, int width, long[] values, int from, int count) {
        long mask = width == 64 ? -1L : (1L << width) - 1;
        if (width <= 57) {
            for (int i = 0; i < count; i++) {
                int bit = i * width;
                values[from + i] = ((long) LONGS.get(bytes, position + (bit >>> 3)) >>> (bit & 7)) & mask;
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            int bit = i * width;
            int at = position + (bit >>> 3);
            int shift = bit & 7;
            long low = (long) LONGS.get(bytes, at) >>> shift;
            long high = shift == 0 ? 0 : (bytes[at + 8] & 0xFFL) << (64 - shift);
            values[from + i] = (low | high) & mask;
        }
    }

    /// Reads `count` values of at most 32 bits; the array must go on for 8 bytes after the last one.
    static void unpack(byte[] bytes, int position, int width, int[] values, int from, int count) {
        long mask = (1L << width) - 1;
        long bit = 0;
        for (int i = 0; i < count; i++) {
            long word = (long) LONGS.get(bytes, position + (int) (bit >>> 3));
            values[from + i] = (int) ((word >>> (bit & 7)) & mask);
            bit += width;
        }
    }

    /// Reads `count` doubles of 8 bytes each.
    static void doubles(byte[] bytes, int position, double[] values, int from, int count) {
        ByteBuffer.wrap(bytes, position, count * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(values, from, count);
    }
}
