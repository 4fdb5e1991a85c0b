package io.m17.journal;

/// Continues a CRC-32C with the eight little-endian bytes of a number: eight look-ups that do not wait for each other,
/// where the JDK's checksum of single bytes is a chain of eight.
final class NumberCrc {
    /// The Castagnoli polynomial, bits reversed.
    private static final int POLYNOMIAL = 0x82F6_3B78;

    private static final int VALUES = 256;

    /// `TABLE[VALUES * k + b]`: what a byte b does to the checksum when k zero bytes follow.
    private static final int[] TABLE = table();

    private NumberCrc() {}

    /// The checksum of some bytes and the number, given the checksum of the bytes.
    static int extend(int crc, long number) {
        int low = ~crc ^ (int) number;
        int high = (int) (number >>> Integer.SIZE);
        return ~(at(7, low)
                ^ at(6, low >>> 8)
                ^ at(5, low >>> 16)
                ^ at(4, low >>> 24)
                ^ at(3, high)
                ^ at(2, high >>> 8)
                ^ at(1, high >>> 16)
                ^ at(0, high >>> 24));
    }

    private static int at(int zerosBehind, int bits) {
        return TABLE[VALUES * zerosBehind + (bits & 0xFF)];
    }

    private static int[] table() {
        int[] table = new int[Long.BYTES * VALUES];
        for (int value = 0; value < VALUES; value++) {
            int crc = value;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc >>> 1) ^ ((crc & 1) * POLYNOMIAL);
            }
            table[value] = crc;
        }
        for (int index = VALUES; index < table.length; index++) {
            int before = table[index - VALUES];
            table[index] = (before >>> 8) ^ table[before & 0xFF];
        }
        return table;
    }
}
