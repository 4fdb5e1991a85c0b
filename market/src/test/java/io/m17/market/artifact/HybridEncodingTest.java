package io.m17.market.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.junit.jupiter.api.Test;

class HybridEncodingTest {
    private record Codes(int width, List<Integer> list) {
        int[] values() {
            return list.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private final ByteSink sink = new ByteSink();

    /// Runs of all lengths, so that runs, packed groups and their borders all occur.
    @Provide
    Arbitrary<Codes> codes() {
        return Arbitraries.integers().between(0, 20).flatMap(width -> {
            Arbitrary<Integer> value = Arbitraries.integers().between(0, (1 << width) - 1);
            Arbitrary<List<Integer>> run = Combinators.combine(
                            value, Arbitraries.integers().between(1, 40))
                    .as((code, length) -> Collections.nCopies(length, code));
            return run.list()
                    .ofMaxSize(40)
                    .map(runs ->
                            new Codes(width, runs.stream().flatMap(List::stream).toList()));
        });
    }

    @Property(tries = 300, seed = "17")
    void anyCodesComeBackHereAndInParquetJava(@ForAll("codes") Codes codes) throws Exception {
        sink.clear();
        HybridEncoder.encode(codes.values(), codes.list().size(), codes.width(), sink);
        assertArrayEquals(codes.values(), decode(codes.width(), codes.list().size()));
        var parquet = new RunLengthBitPackingHybridDecoder(
                codes.width(), new ByteArrayInputStream(sink.array(), 0, sink.size()));
        for (int value : codes.values()) {
            assertEquals(value, parquet.readInt());
        }
    }

    @Property(tries = 100, seed = "17")
    void codesWrittenByParquetJavaAreRead(@ForAll("codes") Codes codes) throws Exception {
        try (var parquet =
                new RunLengthBitPackingHybridEncoder(codes.width(), 64, 1 << 16, new HeapByteBufferAllocator())) {
            for (int value : codes.values()) {
                parquet.writeInt(value);
            }
            byte[] encoded = parquet.toBytes().toInputStream().readAllBytes();
            sink.clear();
            sink.put(encoded, 0, encoded.length);
        }
        assertArrayEquals(codes.values(), decode(codes.width(), codes.list().size()));
    }

    @Test
    void oneValueForAllRowsTakesFewBytes() throws Exception {
        HybridEncoder.encode(new int[16_384], 16_384, 3, sink);
        assertEquals(4, sink.size());
        assertArrayEquals(new int[16_384], decode(3, 16_384));
    }

    @Test
    void refusesCodesThatEndEarly() {
        HybridEncoder.encode(new int[] {1, 2, 3, 4, 5, 6, 7, 0, 1, 2}, 10, 3, sink);
        assertThrows(MalformedPageException.class, () -> decode(3, 17));
    }

    private int[] decode(int width, int count) throws MalformedPageException {
        ByteCursor cursor = new ByteCursor();
        cursor.reset(sink.array(), 0, sink.size());
        int[] values = new int[count];
        HybridDecoder.decode(cursor, width, values, count);
        return values;
    }
}
