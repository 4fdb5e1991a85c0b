package io.m17.market.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitPackingTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 31, 32, 33, 56, 57, 58, 59, 61, 63, 64})
    void longsOfEveryWidthComeBack(int width) {
        Random random = new Random(width);
        long[] values = random.longs(64).map(bits -> bits >>> (64 - width)).toArray();
        ByteSink sink = new ByteSink();
        sink.putByte(99);
        BitPacking.pack(values, 0, values.length, width, sink);
        assertEquals(1 + 8 * width, sink.size());
        long[] read = new long[values.length];
        BitPacking.unpack(sink.array(), 1, width, read, 0, read.length);
        assertArrayEquals(values, read);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 13, 31, 32})
    void intsOfEveryWidthComeBackAndTheLastGroupIsFilledWithZeros(int width) {
        Random random = new Random(width);
        int[] values = random.ints(13).map(bits -> bits >>> (32 - width)).toArray();
        ByteSink sink = new ByteSink();
        Arrays.fill(sink.array(), (byte) 0xFF);
        BitPacking.pack(values, 0, values.length, width, sink);
        assertEquals(2 * width, sink.size());
        int[] read = new int[16];
        BitPacking.unpack(sink.array(), 0, width, read, 0, read.length);
        assertArrayEquals(Arrays.copyOf(values, 16), read);
    }
}
