package io.m17.market.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BulkAppendTest {
    @Test
    void extendedLongsAreStoredThroughTheArray() {
        LongVector longs = new LongVector();
        longs.append(1);
        assertEquals(1, longs.extend(1_000));
        for (int i = 0; i < 1_000; i++) {
            longs.array()[1 + i] = i;
        }
        longs.append(2);
        assertEquals(1_002, longs.size());
        assertEquals(999, longs.get(1_000));
        assertEquals(2, longs.get(1_001));
    }

    @Test
    void extendedIntsDoublesAndCodesKeepWhatStoodThere() {
        IntVector ints = new IntVector();
        ints.append(3);
        assertEquals(1, ints.extend(100));
        assertEquals(3, ints.get(0));
        DoubleVector doubles = new DoubleVector();
        doubles.append(0.5);
        assertEquals(1, doubles.extend(100));
        assertEquals(0.5, doubles.get(0));
        TextVector texts = new TextVector();
        texts.append("a");
        assertEquals(1, texts.extend(100));
        assertEquals("a", texts.get(0));
        assertEquals(101, texts.size());
    }

    @Test
    void idsAreAppendedByTheirLengths() {
        BytesVector ids = new BytesVector();
        ids.append("zero");
        byte[] text = "xonetwo".getBytes(StandardCharsets.UTF_8);
        ids.appendAll(text, 1, new int[] {99, 3, 0, 3}, 1, 3);
        assertEquals(4, ids.size());
        assertEquals("zero", ids.get(0));
        assertEquals("one", ids.get(1));
        assertEquals("", ids.get(2));
        assertEquals("two", ids.get(3));
    }

    @Test
    void everyNaNIsTheCanonicalOne() {
        DoubleVector doubles = new DoubleVector();
        double other = Double.longBitsToDouble(0xFFF8_0000_0000_0001L);
        doubles.append(other);
        doubles.append(-0.0);
        assertEquals(0x7FF8_0000_0000_0000L, Double.doubleToRawLongBits(doubles.get(0)));
        assertEquals(Long.MIN_VALUE, Double.doubleToRawLongBits(doubles.get(1)));
        doubles.set(1, other);
        assertEquals(0x7FF8_0000_0000_0000L, Double.doubleToRawLongBits(doubles.get(1)));
    }

    @Test
    void growthReachesTheLargestArrayAndNoFurther() {
        int large = 1_800_000_000;
        assertEquals(Integer.MAX_VALUE - 8, Growth.next(large));
        assertEquals(Integer.MAX_VALUE - 8, Growth.toHold(large, large, 1));
        assertThrows(IllegalStateException.class, () -> Growth.toHold(large, large, large));
        assertThrows(IllegalStateException.class, () -> Growth.next(Integer.MAX_VALUE - 8));
    }
}
