package io.m17.journal;

import java.util.Random;

/// Bodies of records for tests: the same for the same seed, never all zero.
final class Bodies {
    private Bodies() {}

    static byte[] of(int lengthBytes, long seed) {
        byte[] body = new byte[lengthBytes];
        new Random(seed).nextBytes(body);
        if (lengthBytes > 0) {
            body[0] |= 1;
        }
        return body;
    }
}
