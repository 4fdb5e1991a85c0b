package io.m17.journal;

/// A count below 2^32 with its own checksum in one 64-bit word, so that it is stored whole and a changed bit shows:
/// the value in the low half, the CRC-32C of field and value in the high half. The word 0 is the value 0, never stored.
final class Mark {
    static final long DAMAGED = -1;
    static final long MAX_VALUE = 0xFFFF_FFFFL;

    private static final byte[] NO_BODY = {};

    private Mark() {}

    /// The word of a value; `field` tells marks at different places apart.
    static long word(int field, long value) {
        if (value < 0 || value > MAX_VALUE) {
            throw new IllegalArgumentException("A mark holds 0 to 4294967295 [value=%d]".formatted(value));
        }
        long crc = Checksum.of(NO_BODY, 0, 0, (long) field << Integer.SIZE | value);
        return crc << Integer.SIZE | value;
    }

    /// The value of a word, or [#DAMAGED].
    static long value(int field, long word) {
        if (word == 0) {
            return 0;
        }
        long value = word & MAX_VALUE;
        return word(field, value) == word ? value : DAMAGED;
    }
}
