package io.m17.market.flatfile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes of a buffer at once, as a `long` whose lowest bits are the first byte. Buffers end in at least
/// [#PADDING_BYTES] behind what is looked at.
final class Bytes {
    /// How many bytes are searched for delimiters at once.
    static final int GROUP = 64;

    static final int PADDING_BYTES = 2 * GROUP;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long ZEROS = EACH * '0';
    private static final long DASHES = EACH * '-';
    private static final long POINTS = EACH * '.';
    private static final long NEWLINES = EACH * '\n';

    private Bytes() {}

    static long eight(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /// A bit for each of the [#GROUP] bytes from an index on, the first in the lowest, that is below `-`: comma, quote,
    /// newline and carriage return are, digits, letters, `.`, `-` and `:` are not.
    static long delimiters(byte[] bytes, int index) {
        long mask = 0;
        for (int i = 0; i < GROUP; i += Long.BYTES) {
            mask |= gather(below(eight(bytes, index + i))) << i;
        }
        return mask;
    }

    /// The high bit of every byte below `-`. No byte borrows from its neighbour, because each has its high bit set
    /// before the subtraction.
    private static long below(long eight) {
        return ~((eight | HIGH_BITS) - DASHES) & ~eight & HIGH_BITS;
    }

    /// The high bits of eight bytes as the low eight bits.
    private static long gather(long highBits) {
        return ((highBits >>> 7) * 0x0102_0408_1020_4080L) >>> 56;
    }

    /// Which of the eight bytes is the first `.`, or 8.
    static int indexOfPoint(long eight) {
        return Long.numberOfTrailingZeros(zeroBytes(eight ^ POINTS)) >>> 3;
    }

    /// The high bit of every byte that is zero; bits above the first one may be wrong.
    private static long zeroBytes(long eight) {
        return (eight - EACH) & ~eight & HIGH_BITS;
    }

    /// The first one to eight of these bytes, moved to the end, with `0` before them.
    static long rightAligned(long eight, int count) {
        int shift = Long.SIZE - count * Byte.SIZE;
        return (eight << shift) | (~(-1L << shift) & ZEROS);
    }

    /// The eight bytes without one of them: those before it move up, a `0` comes in front.
    static long withoutByte(long eight, int index) {
        long fromIndex = -1L << (index * Byte.SIZE);
        return ((eight & ~fromIndex) << Byte.SIZE) | (eight & (fromIndex << Byte.SIZE)) | '0';
    }

    /// Whether all eight bytes are decimal digits.
    static boolean areDigits(long eight) {
        return (((eight + 0x4646_4646_4646_4646L) | (eight - ZEROS)) & HIGH_BITS) == 0;
    }

    /// The number that eight decimal digits spell: neighbours are joined to pairs, pairs to fours, fours to eight.
    static long number(long eightDigits) {
        long digits = eightDigits - ZEROS;
        long pairs = (digits * 10 + (digits >>> 8)) & 0x00ff_00ff_00ff_00ffL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000_ffff_0000_ffffL;
        return (fours * 10_000 + (fours >>> 32)) & 0xffff_ffffL;
    }

    /// The index behind the next newline; there is one.
    static int afterNewline(byte[] bytes, int from) {
        int index = from;
        while (true) {
            int place = Long.numberOfTrailingZeros(zeroBytes(eight(bytes, index) ^ NEWLINES)) >>> 3;
            index += place;
            if (place < Long.BYTES) {
                return index + 1;
            }
        }
    }
}
