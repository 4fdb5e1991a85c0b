package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    private static final String SEED = "17";

    @Test
    void isTheCastagnoliChecksumOfBodyAndNumber() {
        // CRC-32C of "123456789" is 0xE3069283: the last eight characters as a little-endian number
        assertEquals(0xE3069283, Checksum.of(new byte[] {'1'}, 0, 1, 0x3938373635343332L));
    }

    @Property(seed = SEED)
    void isTheChecksumThatTheJdkMakesOfTheSameBytes(@ForAll @Size(max = 40) byte[] body, @ForAll long number) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        crc.update(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .flip());
        int expected = crc.getValue() == 0 ? 0xFFFF_FFFF : (int) crc.getValue();
        assertEquals(expected, Checksum.of(body, 0, body.length, number));
    }

    @Property(seed = SEED)
    void tellsNumbersApart(
            @ForAll @Size(max = 40) byte[] body, @ForAll long number, @ForAll @IntRange(max = 63) int bit) {
        assertNotEquals(
                Checksum.of(body, 0, body.length, number), Checksum.of(body, 0, body.length, number ^ 1L << bit));
    }

    @Property(seed = SEED)
    void findsAnyChangedBitOfAMark(
            @ForAll @LongRange(max = Mark.MAX_VALUE) long value, @ForAll @IntRange(max = 63) int bit) {
        long word = Mark.word(128, value);
        assertEquals(value, Mark.value(128, word));
        assertEquals(Mark.DAMAGED, Mark.value(128, word ^ 1L << bit));
        assertEquals(Mark.DAMAGED, Mark.value(192, word));
    }

    @Test
    void refusesAMarkOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> Mark.word(1, -1));
        assertThrows(IllegalArgumentException.class, () -> Mark.word(1, 1L << 32));
        assertEquals(0, Mark.value(1, 0));
    }
}
