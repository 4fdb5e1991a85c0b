package io.m17.market.artifact;

import io.m17.market.column.IntVector;
import io.m17.market.column.Vector;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.statistics.Statistics;

/// Pages of 32-bit integers and dates.
final class IntPageEncoder implements PageEncoder {
    private final DeltaEncoder delta;
    private final int[] values;
    private int size;

    IntPageEncoder(int pageRows, DeltaEncoder delta) {
        this.delta = delta;
        this.values = new int[pageRows];
    }

    @Override
    public void take(Vector source, int from, int to) {
        System.arraycopy(((IntVector) source).array(), from, values, size, to - from);
        size += to - from;
    }

    @Override
    public void encode(ByteSink body, Statistics.Builder statistics) {
        int min = Integer.MAX_VALUE;
        int max = Integer.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        statistics
                .withMin(BytesUtils.intToBytes(min))
                .withMax(BytesUtils.intToBytes(max))
                .withNumNulls(0);
        delta.encode(values, size, body);
        size = 0;
    }
}
