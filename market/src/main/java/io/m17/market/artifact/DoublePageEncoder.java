package io.m17.market.artifact;

import io.m17.market.column.DoubleVector;
import io.m17.market.column.Vector;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.statistics.Statistics;

/// Pages of doubles, 8 bytes each, every NaN in its canonical form. A page with a NaN has no minimum and maximum: query
/// engines do not agree on whether it belongs into them.
final class DoublePageEncoder implements PageEncoder {
    private final double[] values;
    private int size;

    DoublePageEncoder(int pageRows) {
        this.values = new double[pageRows];
    }

    @Override
    public void take(Vector source, int from, int to) {
        System.arraycopy(((DoubleVector) source).array(), from, values, size, to - from);
        size += to - from;
    }

    @Override
    public void encode(ByteSink body, Statistics.Builder statistics) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        int position = body.reserve((long) size * Double.BYTES);
        for (int i = 0; i < size; i++) {
            double value = values[i];
            min = Math.min(min, value);
            max = Math.max(max, value);
            body.setLong(position + i * Double.BYTES, Double.doubleToLongBits(value));
        }
        if (!Double.isNaN(min)) {
            // the format's rule: a zero stands for both zeros
            statistics
                    .withMin(bytes(min == 0 ? -0.0 : min))
                    .withMax(bytes(max == 0 ? 0.0 : max))
                    .withNumNulls(0);
        }
        size = 0;
    }

    private static byte[] bytes(double value) {
        return BytesUtils.longToBytes(Double.doubleToLongBits(value));
    }
}
