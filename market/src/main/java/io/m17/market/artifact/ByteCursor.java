package io.m17.market.artifact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A position in a page's body. Every step is checked against the body's end; the array goes on for
/// [ByteSink#SLACK] bytes after it, so that decoders may load whole words. Confined to one thread.
final class ByteCursor {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[0];
    private int position;
    private int end;

    void reset(byte[] body, int from, int to) {
        bytes = body;
        position = from;
        end = to;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    int remaining() {
        return end - position;
    }

    /// Passes `length` bytes and returns where they begin.
    int take(long length) throws MalformedPageException {
        if (length < 0 || length > end - position) {
            throw new MalformedPageException("the page ends early [wanted=" + length + ", left=" + remaining() + "]");
        }
        int start = position;
        position += (int) length;
        return start;
    }

    int nextByte() throws MalformedPageException {
        return bytes[take(1)] & 0xFF;
    }

    /// A length or count: an int that is not negative.
    int nextLength() throws MalformedPageException {
        int length = (int) INTS.get(bytes, take(Integer.BYTES));
        if (length < 0) {
            throw new MalformedPageException("a length is negative [length=" + length + "]");
        }
        return length;
    }

    long nextVarint() throws MalformedPageException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = nextByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new MalformedPageException("an integer does not end");
    }

    long nextZigzag() throws MalformedPageException {
        long value = nextVarint();
        return (value >>> 1) ^ -(value & 1);
    }
}
