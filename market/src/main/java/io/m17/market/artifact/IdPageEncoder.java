package io.m17.market.artifact;

import io.m17.market.column.BytesVector;
import io.m17.market.column.Vector;
import java.util.Arrays;
import org.apache.parquet.column.statistics.Statistics;

/// Pages of distinct texts: all lengths, then all bytes. They have no minimum and maximum, which nothing could be
/// skipped by.
final class IdPageEncoder implements PageEncoder {
    private final DeltaEncoder delta;
    private final int[] lengths;
    private byte[] bytes = new byte[1 << 12];
    private int byteCount;
    private int size;

    IdPageEncoder(int pageRows, DeltaEncoder delta) {
        this.delta = delta;
        this.lengths = new int[pageRows];
    }

    @Override
    public void take(Vector source, int from, int to) {
        BytesVector ids = (BytesVector) source;
        int start = ids.start(from);
        int length = ids.start(to - 1) + ids.length(to - 1) - start;
        reserve(length);
        System.arraycopy(ids.bytes(), start, bytes, byteCount, length);
        byteCount += length;
        for (int i = from; i < to; i++) {
            lengths[size++] = ids.length(i);
        }
    }

    private void reserve(int length) {
        long needed = (long) byteCount + length;
        if (needed > ArtifactFormat.MAX_PAGE_BYTES) {
            throw new IllegalArgumentException("a page of texts grew too large, write fewer rows a page [bytes="
                    + needed + ", limit=" + ArtifactFormat.MAX_PAGE_BYTES + "]");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, bytes.length * 2L));
        }
    }

    @Override
    public void encode(ByteSink body, Statistics.Builder statistics) {
        delta.encode(lengths, size, body);
        body.put(bytes, 0, byteCount);
        size = 0;
        byteCount = 0;
    }
}
