package io.m17.stress;

import java.nio.ByteBuffer;

/// Record bodies that repeat one number, so that one of two writes shows.
public final class Body {
    private Body() {}

    /// @param lengthBytes a multiple of 4
    public static byte[] of(int lengthBytes, int value) {
        ByteBuffer body = ByteBuffer.allocate(lengthBytes);
        while (body.hasRemaining()) {
            body.putInt(value);
        }
        return body.array();
    }

    /// The number, or -1 when there are two.
    public static int value(byte[] bytes) {
        ByteBuffer body = ByteBuffer.wrap(bytes);
        int value = body.getInt();
        while (body.hasRemaining()) {
            if (body.getInt() != value) {
                return -1;
            }
        }
        return value;
    }
}
