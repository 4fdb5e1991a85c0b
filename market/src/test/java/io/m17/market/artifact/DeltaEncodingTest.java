package io.m17.market.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.junit.jupiter.api.Test;

class DeltaEncodingTest {
    private final ByteSink sink = new ByteSink();

    @Property(tries = 200, seed = "17")
    void anyLongsComeBackHereAndInParquetJava(@ForAll @Size(max = 400) long[] values) throws Exception {
        sink.clear();
        new DeltaEncoder().encode(values, values.length, sink);
        assertArrayEquals(values, decodeLongs(values.length, values.length));
        DeltaBinaryPackingValuesReader reader = parquetReader(values.length);
        for (long value : values) {
            assertEquals(value, reader.readLong());
        }
    }

    @Property(tries = 200, seed = "17")
    void anyIntsComeBackHereAndInParquetJava(@ForAll @Size(max = 400) int[] values) throws Exception {
        sink.clear();
        new DeltaEncoder().encode(values, values.length, sink);
        assertArrayEquals(values, decodeInts(values.length));
        DeltaBinaryPackingValuesReader reader = parquetReader(values.length);
        for (int value : values) {
            assertEquals(value, reader.readInteger());
        }
    }

    @Property(tries = 100, seed = "17")
    void longsWrittenByParquetJavaAreRead(@ForAll @Size(min = 1, max = 400) long[] values) throws Exception {
        try (var writer = new DeltaBinaryPackingValuesWriterForLong(1 << 10, 1 << 16, new HeapByteBufferAllocator())) {
            for (long value : values) {
                writer.writeLong(value);
            }
            load(writer.getBytes());
        }
        assertArrayEquals(values, decodeLongs(values.length, values.length));
    }

    @Property(tries = 100, seed = "17")
    void intsWrittenByParquetJavaAreRead(@ForAll @Size(min = 1, max = 400) int[] values) throws Exception {
        try (var writer =
                new DeltaBinaryPackingValuesWriterForInteger(1 << 10, 1 << 16, new HeapByteBufferAllocator())) {
            for (int value : values) {
                writer.writeInteger(value);
            }
            load(writer.getBytes());
        }
        assertArrayEquals(values, decodeInts(values.length));
    }

    @Property(tries = 100, seed = "17")
    void aPrefixIsReadAlone(@ForAll @Size(min = 300, max = 300) long[] values, @ForAll @IntRange(max = 300) int count)
            throws Exception {
        sink.clear();
        new DeltaEncoder().encode(values, values.length, sink);
        assertArrayEquals(Arrays.copyOf(values, count), decodeLongs(values.length, count));
    }

    @Test
    void steadyValuesTakeNoBitsEach() throws Exception {
        long[] steady =
                IntStream.range(0, 16_384).mapToLong(i -> 5_000 + 17L * i).toArray();
        new DeltaEncoder().encode(steady, steady.length, sink);
        assertEquals(8 + 128 * 5, sink.size(), "a head, and a minimum and four widths a block");
        assertArrayEquals(steady, decodeLongs(steady.length, steady.length));
    }

    @Test
    void refusesAnotherCountThanTheOneExpected() {
        new DeltaEncoder().encode(new long[] {1, 2, 3}, 3, sink);
        assertThrows(MalformedPageException.class, () -> decodeLongs(4, 4));
    }

    @Test
    void refusesWhatEndsEarly() {
        long[] values = IntStream.range(0, 200).mapToLong(i -> (long) i * i * i).toArray();
        new DeltaEncoder().encode(values, values.length, sink);
        ByteCursor cursor = new ByteCursor();
        for (int end = 0; end < sink.size(); end++) {
            cursor.reset(sink.array(), 0, end);
            assertThrows(
                    MalformedPageException.class,
                    () -> DeltaDecoder.decode(cursor, values.length, new long[values.length], 0, values.length));
        }
    }

    private void load(BytesInput encoded) throws IOException {
        byte[] bytes = encoded.toInputStream().readAllBytes();
        sink.clear();
        sink.put(bytes, 0, bytes.length);
    }

    private long[] decodeLongs(int total, int count) throws MalformedPageException {
        ByteCursor cursor = new ByteCursor();
        cursor.reset(sink.array(), 0, sink.size());
        long[] values = new long[count];
        DeltaDecoder.decode(cursor, total, values, 0, count);
        return values;
    }

    private int[] decodeInts(int total) throws MalformedPageException {
        ByteCursor cursor = new ByteCursor();
        cursor.reset(sink.array(), 0, sink.size());
        int[] values = new int[total];
        DeltaDecoder.decode(cursor, total, values, 0, total);
        assertEquals(0, cursor.remaining());
        return values;
    }

    private DeltaBinaryPackingValuesReader parquetReader(int count) throws IOException {
        DeltaBinaryPackingValuesReader reader = new DeltaBinaryPackingValuesReader();
        if (count > 0) {
            reader.initFromPage(count, ByteBufferInputStream.wrap(ByteBuffer.wrap(sink.array(), 0, sink.size())));
        }
        return reader;
    }
}
