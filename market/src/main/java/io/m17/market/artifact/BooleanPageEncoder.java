package io.m17.market.artifact;

import io.m17.market.column.IntVector;
import io.m17.market.column.Vector;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.statistics.Statistics;

/// Pages of booleans, a bit each.
final class BooleanPageEncoder implements PageEncoder {
    private final int[] values;
    private int size;

    BooleanPageEncoder(int pageRows) {
        this.values = new int[pageRows];
    }

    @Override
    public void take(Vector source, int from, int to) {
        System.arraycopy(((IntVector) source).array(), from, values, size, to - from);
        size += to - from;
    }

    @Override
    public void encode(ByteSink body, Statistics.Builder statistics) {
        int any = 0;
        int all = 1;
        for (int i = 0; i < size; i++) {
            any |= values[i];
            all &= values[i];
        }
        if ((any & ~1) != 0) {
            throw new IllegalArgumentException("a boolean is 0 or 1 [bits seen=" + Integer.toHexString(any) + "]");
        }
        statistics
                .withMin(BytesUtils.booleanToBytes(all == 1))
                .withMax(BytesUtils.booleanToBytes(any == 1))
                .withNumNulls(0);
        BitPacking.pack(values, 0, size, 1, body);
        size = 0;
    }
}
