package io.m17.proofs.races;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/// Bodies that say who appended them and as which of its records; the rest follows from that.
final class TailedBody {
    static final int MOST_BYTES = 200;

    private static final int HEAD_BYTES = 2 * Integer.BYTES;
    private static final int APPENDER_BITS = 32;

    private TailedBody() {}

    static int lengthBytes(int appender, int sequence) {
        return HEAD_BYTES + (appender * 31 + sequence * 7) % (MOST_BYTES - HEAD_BYTES);
    }

    static byte[] of(int appender, int sequence, int lengthBytes) {
        byte[] body = new byte[lengthBytes];
        new SplittableRandom((long) appender << APPENDER_BITS | sequence).nextBytes(body);
        ByteBuffer.wrap(body).putInt(appender + 1).putInt(sequence);
        return body;
    }

    static int appender(byte[] body) {
        return ByteBuffer.wrap(body).getInt() - 1;
    }

    static int sequence(byte[] body) {
        return ByteBuffer.wrap(body).getInt(Integer.BYTES);
    }
}
