package io.m17.market.artifact;

/// Reads what [DeltaEncoder] wrote, in parts of 32 values. No allocation; no state between calls.
final class DeltaDecoder {
    private DeltaDecoder() {}

    /// Stores the first `count` of the `total` values that stand at the cursor. When those are all, the cursor is
    /// behind them afterwards.
    static void decode(ByteCursor in, int total, long[] values, int from, int count) throws MalformedPageException {
        long previous = first(in, total);
        if (count == 0) {
            return;
        }
        values[from] = previous;
        int done = 1;
        while (done < count) {
            long min = in.nextZigzag();
            int widths = in.take(DeltaEncoder.PARTS);
            for (int part = 0; part < DeltaEncoder.PARTS && done < count; part++) {
                int width = width(in, widths + part, Long.SIZE);
                int length = Math.min(DeltaEncoder.PART, count - done);
                previous = part(in, width, min, previous, values, from + done, length);
                done += length;
            }
        }
    }

    private static long part(ByteCursor in, int width, long min, long start, long[] values, int from, int length)
            throws MalformedPageException {
        long previous = start;
        if (width == 0) {
            for (int i = from; i < from + length; i++) {
                previous += min;
                values[i] = previous;
            }
            return previous;
        }
        BitPacking.unpack(in.bytes(), in.take(DeltaEncoder.PART / 8L * width), width, values, from, length);
        for (int i = from; i < from + length; i++) {
            previous += min + values[i];
            values[i] = previous;
        }
        return previous;
    }

    /// The same for 32-bit values.
    static void decode(ByteCursor in, int total, int[] values, int from, int count) throws MalformedPageException {
        int previous = (int) first(in, total);
        if (count == 0) {
            return;
        }
        values[from] = previous;
        int done = 1;
        while (done < count) {
            int min = (int) in.nextZigzag();
            int widths = in.take(DeltaEncoder.PARTS);
            for (int part = 0; part < DeltaEncoder.PARTS && done < count; part++) {
                int width = width(in, widths + part, Integer.SIZE);
                int length = Math.min(DeltaEncoder.PART, count - done);
                previous = part(in, width, min, previous, values, from + done, length);
                done += length;
            }
        }
    }

    private static int part(ByteCursor in, int width, int min, int start, int[] values, int from, int length)
            throws MalformedPageException {
        int previous = start;
        if (width == 0) {
            for (int i = from; i < from + length; i++) {
                previous += min;
                values[i] = previous;
            }
            return previous;
        }
        BitPacking.unpack(in.bytes(), in.take(DeltaEncoder.PART / 8L * width), width, values, from, length);
        for (int i = from; i < from + length; i++) {
            previous += min + values[i];
            values[i] = previous;
        }
        return previous;
    }

    /// Checks the head of the encoding and returns the first value.
    private static long first(ByteCursor in, int total) throws MalformedPageException {
        long block = in.nextVarint();
        long parts = in.nextVarint();
        long count = in.nextVarint();
        if (block != DeltaEncoder.BLOCK || parts != DeltaEncoder.PARTS || count != total) {
            throw new MalformedPageException("the differences are not laid out as expected [block=" + block + ", parts="
                    + parts + ", values=" + count + ", expected=" + total + "]");
        }
        return in.nextZigzag();
    }

    private static int width(ByteCursor in, int position, int max) throws MalformedPageException {
        int width = in.bytes()[position] & 0xFF;
        if (width > max) {
            throw new MalformedPageException("a bit width is too large [width=" + width + ", limit=" + max + "]");
        }
        return width;
    }
}
