package io.m17.market.artifact;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnType;
import io.m17.market.column.LongVector;
import io.m17.market.column.Vector;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.statistics.Statistics;

/// Pages of 64-bit integers, timestamps and decimals; in a nullable column definition levels stand before the values.
final class LongPageEncoder implements PageEncoder {
    private final Column column;
    private final DeltaEncoder delta;
    private final long[] values;
    private final int[] levels;
    private int size;

    LongPageEncoder(Column column, int pageRows, DeltaEncoder delta) {
        this.column = column;
        this.delta = delta;
        this.values = new long[pageRows];
        this.levels = new int[column.nullable() ? pageRows : 0];
    }

    @Override
    public void take(Vector source, int from, int to) {
        System.arraycopy(((LongVector) source).array(), from, values, size, to - from);
        size += to - from;
    }

    @Override
    public void encode(ByteSink body, Statistics.Builder statistics) {
        int present = column.nullable() ? encodeLevels(body) : size;
        if (present > 0) {
            describe(present, statistics);
        }
        statistics.withNumNulls(size - present);
        delta.encode(values, present, body);
        size = 0;
    }

    /// Writes which values are there, moves those together, and returns their number.
    private int encodeLevels(ByteSink body) {
        int present = 0;
        for (int i = 0; i < size; i++) {
            long value = values[i];
            int there = value == Column.NULL ? 0 : 1;
            values[present] = value;
            levels[i] = there;
            present += there;
        }
        int length = body.reserve(Integer.BYTES);
        HybridEncoder.encode(levels, size, 1, body);
        body.setInt(length, body.size() - length - Integer.BYTES);
        return present;
    }

    private void describe(int count, Statistics.Builder statistics) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        if (column.type() == ColumnType.DECIMAL
                && (min < -ArtifactFormat.MAX_DECIMAL || max > ArtifactFormat.MAX_DECIMAL)) {
            throw new IllegalArgumentException("a decimal has more than 18 digits [column=" + column.name() + ", min="
                    + min + ", max=" + max + "]");
        }
        statistics.withMin(BytesUtils.longToBytes(min)).withMax(BytesUtils.longToBytes(max));
    }
}
