package io.m17.market.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ByteSinkTest {
    @Test
    void growsInTheMiddleOfEveryKindOfPut() {
        ByteSink sink = new ByteSink();
        byte[] expected = new byte[400_000];
        int at = 0;
        while (at < 300_000) {
            expected[at] = (byte) at;
            sink.putByte(at++);
            byte[] chunk = new byte[1_000];
            Arrays.fill(chunk, (byte) at);
            sink.put(chunk, 0, chunk.length);
            System.arraycopy(chunk, 0, expected, at, chunk.length);
            at += chunk.length;
        }
        assertEquals(at, sink.size());
        assertArrayEquals(Arrays.copyOf(expected, at), Arrays.copyOf(sink.array(), at));
    }

    @Test
    void refusesABodyBeyondTheLimit() {
        ByteSink sink = new ByteSink();
        assertThrows(IllegalArgumentException.class, () -> sink.reserve(ArtifactFormat.MAX_PAGE_BYTES));
    }

    @Test
    void integersComeBackThroughTheCursor() throws MalformedPageException {
        long[] values = {0, 1, -1, 63, 64, -65, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE};
        ByteSink sink = new ByteSink();
        for (long value : values) {
            sink.putZigzag(value);
            sink.putVarint(value);
        }
        ByteCursor cursor = new ByteCursor();
        cursor.reset(sink.array(), 0, sink.size());
        for (long value : values) {
            assertEquals(value, cursor.nextZigzag());
            assertEquals(value, cursor.nextVarint());
        }
        assertEquals(0, cursor.remaining());
        assertThrows(MalformedPageException.class, cursor::nextVarint);
    }
}
