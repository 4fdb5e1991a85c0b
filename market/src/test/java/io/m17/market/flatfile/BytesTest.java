package io.m17.market.flatfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class BytesTest {
    @Property
    void findsExactlyTheBytesBelowADash(@ForAll @Size(64) byte[] bytes) {
        long expected = 0;
        for (int i = 0; i < Bytes.GROUP; i++) {
            if (bytes[i] >= 0 && bytes[i] < '-') {
                expected |= 1L << i;
            }
        }
        assertEquals(expected, Bytes.delimiters(bytes, 0));
    }

    @Property
    void findsTheFirstNewline(@ForAll @Size(min = 1, max = 50) byte[] bytes) {
        byte[] padded = Arrays.copyOf(bytes, bytes.length + Bytes.PADDING_BYTES);
        padded[bytes.length] = '\n';
        int expected = 0;
        while (padded[expected] != '\n') {
            expected++;
        }
        assertEquals(expected + 1, Bytes.afterNewline(padded, 0));
    }

    @Property
    void findsTheFirstPoint(@ForAll @Size(8) byte[] bytes) {
        int expected = 0;
        while (expected < 8 && bytes[expected] != '.') {
            expected++;
        }
        assertEquals(expected, Bytes.indexOfPoint(Bytes.eight(bytes, 0)));
    }

    @Property
    void knowsDigits(@ForAll @Size(8) byte[] bytes) {
        boolean expected = true;
        for (byte b : bytes) {
            expected &= b >= '0' && b <= '9';
        }
        assertEquals(expected, Bytes.areDigits(Bytes.eight(bytes, 0)));
    }

    @Property
    void knowsDigitsWhenOneByteIsChanged(@ForAll byte odd, @ForAll @Size(8) byte[] seed) {
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) ('0' + Math.floorMod(seed[i], 10));
        }
        int place = Math.floorMod(seed[0], 8);
        bytes[place] = odd;
        assertEquals(odd >= '0' && odd <= '9', Bytes.areDigits(Bytes.eight(bytes, 0)));
    }
}
