package io.m17.market.artifact;

/// Writes whole arrays in Parquet's DELTA_BINARY_PACKED encoding: blocks of 128 differences, each in 4 parts of 32 with
/// a bit width of their own. No allocation a call; confined to one thread.
final class DeltaEncoder {
    static final int BLOCK = 128;
    static final int PART = 32;
    static final int PARTS = BLOCK / PART;

    private final long[] deltas = new long[BLOCK];

    void encode(long[] values, int count, ByteSink sink) {
        begin(count, count == 0 ? 0 : values[0], sink);
        for (int start = 1; start < count; start += BLOCK) {
            int length = Math.min(BLOCK, count - start);
            long previous = values[start - 1];
            long min = Long.MAX_VALUE;
            for (int i = 0; i < length; i++) {
                long value = values[start + i];
                long delta = value - previous;
                deltas[i] = delta;
                min = Math.min(min, delta);
                previous = value;
            }
            block(length, min, -1L, sink);
        }
    }

    /// As readers of INT32 columns expect, differences wrap at 32 bits.
    void encode(int[] values, int count, ByteSink sink) {
        begin(count, count == 0 ? 0 : values[0], sink);
        for (int start = 1; start < count; start += BLOCK) {
            int length = Math.min(BLOCK, count - start);
            int previous = values[start - 1];
            int min = Integer.MAX_VALUE;
            for (int i = 0; i < length; i++) {
                int value = values[start + i];
                int delta = value - previous;
                deltas[i] = delta;
                min = Math.min(min, delta);
                previous = value;
            }
            block(length, min, 0xFFFF_FFFFL, sink);
        }
    }

    private static void begin(int count, long first, ByteSink sink) {
        sink.putVarint(BLOCK);
        sink.putVarint(PARTS);
        sink.putVarint(count);
        sink.putZigzag(first);
    }

    private void block(int length, long min, long mask, ByteSink sink) {
        sink.putZigzag(min);
        int widths = sink.reserve(PARTS);
        sink.setInt(widths, 0);
        for (int part = 0; part * PART < length; part++) {
            int from = part * PART;
            int to = Math.min(from + PART, length);
            long bits = 0;
            for (int i = from; i < to; i++) {
                deltas[i] = (deltas[i] - min) & mask;
                bits |= deltas[i];
            }
            for (int i = to; i < from + PART; i++) {
                deltas[i] = 0;
            }
            int width = Long.SIZE - Long.numberOfLeadingZeros(bits);
            sink.array()[widths + part] = (byte) width;
            if (width > 0) {
                BitPacking.pack(deltas, from, PART, width, sink);
            }
        }
    }
}
