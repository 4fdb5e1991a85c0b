package io.m17.market.flatfile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes of a buffer at once, the first in the lowest bits. Arrays end in at least [#GROUP] bytes of padding
/// behind what is looked at.
final class Bytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /// How many bytes are searched for delimiters at once.
    static final int GROUP = 64;

    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    /// Below this stand comma, quote, newline and carriage return; digits, letters, `.`, `-` and `:` do not.
    private static final long BELOW_DASH = EACH * '-';

    private static final long POINTS = EACH * '.';
    private static final long NEWLINES = EACH * '\n';

    private Bytes() {}

    static long eight(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /// A bit for each of the [#GROUP] bytes from an index on, the first in the lowest, that is smaller than `-`.
    static long delimiters(byte[] bytes, int index) {
        long mask = 0;
        for (int i = 0; i < GROUP; i += Long.BYTES) {
            mask |= gather(below(eight(bytes, index + i))) << i;
        }
        return mask;
    }

    /// The high bit of every byte that is smaller than `-`. Exact: no byte borrows from its neighbour, because each has
    /// its high bit set before the subtraction.
    private static long below(long eight) {
        return ~((eight | HIGH_BITS) - BELOW_DASH) & ~eight & HIGH_BITS;
    }

    /// The high bits of eight bytes as the low eight bits.
    private static long gather(long highBits) {
        return ((highBits >>> 7) * 0x0102_0408_1020_4080L) >>> 56;
    }

    /// Whether all eight bytes are decimal digits.
    static boolean areDigits(long eight) {
        return (((eight + 0x4646_4646_4646_4646L) | (eight - 0x3030_3030_3030_3030L)) & HIGH_BITS) == 0;
    }

    /// The number that eight decimal digits spell: neighbours are joined to pairs, pairs to fours, fours to eight.
    static long number(long eightDigits) {
        long digits = eightDigits - 0x3030_3030_3030_3030L;
        long pairs = (digits * 10 + (digits >>> 8)) & 0x00ff_00ff_00ff_00ffL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000_ffff_0000_ffffL;
        return (fours * 10_000 + (fours >>> 32)) & 0xffff_ffffL;
    }

    /// Which of the eight bytes is the first `.`, or 8.
    static int indexOfPoint(long eight) {
        long differing = eight ^ POINTS;
        return Long.numberOfTrailingZeros((differing - EACH) & ~differing & HIGH_BITS) >>> 3;
    }

    /// The eight bytes without one of them: those before it move up, a `0` comes in front.
    static long withoutByte(long eight, int index) {
        long fromIndex = -1L << (index * Byte.SIZE);
        return ((eight & ~fromIndex) << Byte.SIZE) | (eight & (fromIndex << Byte.SIZE)) | '0';
    }

    /// The index behind the next newline; there is one.
    static int afterNewline(byte[] bytes, int from) {
        int index = from;
        while (true) {
            long differing = eight(bytes, index) ^ NEWLINES;
            long found = (differing - EACH) & ~differing & HIGH_BITS;
            if (found != 0) {
                return index + (Long.numberOfTrailingZeros(found) >>> 3) + 1;
            }
            index += Long.BYTES;
        }
    }
}
