package io.m17.journal;

import java.util.zip.CRC32C;

/// CRC-32C of a record's body followed by its number as eight little-endian bytes, so that a record in another's place
/// does not fit. Zero is no checksum: it stands for "not published", and 0xFFFFFFFF is stored in its stead.
///
/// Takes bytes of the Java heap only: the JDK's checksum over mapped pages that are gone ends the process. The checksum
/// object does not escape, so a compiled call allocates nothing.
final class Checksum {
    private static final int IN_PLACE_OF_ZERO = 0xFFFF_FFFF;

    private Checksum() {}

    static int of(byte[] bytes, int offset, int lengthBytes, long number) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, lengthBytes);
        int value = NumberCrc.extend((int) crc.getValue(), number);
        return value == 0 ? IN_PLACE_OF_ZERO : value;
    }
}
