package io.m17.market.artifact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A growing byte array for one page's body, little-endian. There are always [#SLACK] writable bytes after the room
/// that was reserved, so that encoders may store whole words. Confined to one thread.
final class ByteSink {
    static final int SLACK = 16;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1 << 16];
    private int size;

    int size() {
        return size;
    }

    /// The bytes so far, valid up to [#size()] until the next reservation.
    byte[] array() {
        return bytes;
    }

    void clear() {
        size = 0;
    }

    /// Makes room for `count` more bytes, takes them, and returns where they begin. Their content is undefined.
    int reserve(long count) {
        long needed = size + count + SLACK;
        if (needed > ArtifactFormat.MAX_PAGE_BYTES) {
            throw new IllegalArgumentException("a page of texts grew too large, write fewer rows a page [bytes="
                    + needed + ", limit=" + ArtifactFormat.MAX_PAGE_BYTES + "]");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, bytes.length * 2L));
        }
        int start = size;
        size += (int) count;
        return start;
    }

    void putByte(int value) {
        int at = reserve(1);
        bytes[at] = (byte) value;
    }

    void putInt(int value) {
        setInt(reserve(4), value);
    }

    void setInt(int offset, int value) {
        INTS.set(bytes, offset, value);
    }

    void setLong(int offset, long value) {
        LONGS.set(bytes, offset, value);
    }

    void put(byte[] source, int offset, int length) {
        int at = reserve(length);
        System.arraycopy(source, offset, bytes, at, length);
    }

    /// An unsigned LEB128 integer, at most ten bytes.
    void putVarint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            putByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        putByte((int) rest);
    }

    /// A signed integer in zigzag LEB128.
    void putZigzag(long value) {
        putVarint((value << 1) ^ (value >> 63));
    }
}
