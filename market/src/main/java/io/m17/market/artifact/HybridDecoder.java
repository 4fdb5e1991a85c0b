package io.m17.market.artifact;

import java.util.Arrays;

/// Reads what [HybridEncoder] wrote. Ends, because every run takes at least a byte of the page.
final class HybridDecoder {
    private HybridDecoder() {}

    /// Stores the first `count` values of `width` bits that stand at the cursor.
    static void decode(ByteCursor in, int width, int[] values, int count) throws MalformedPageException {
        if (width > Integer.SIZE) {
            throw new MalformedPageException("a bit width is too large [width=" + width + "]");
        }
        int done = 0;
        while (done < count) {
            long header = in.nextVarint();
            long length = header >>> 1;
            if ((header & 1) == 0) {
                int run = (int) Math.min(length, count - done);
                Arrays.fill(values, done, done + run, runValue(in, width));
                done += run;
            } else {
                int start = in.take(Math.multiplyExact(Math.min(length, count), (long) width));
                int packed = (int) Math.min(Math.min(length, count) * 8, count - done);
                BitPacking.unpack(in.bytes(), start, width, values, done, packed);
                done += packed;
            }
        }
    }

    private static int runValue(ByteCursor in, int width) throws MalformedPageException {
        int value = 0;
        for (int shift = 0; shift < width; shift += 8) {
            value |= in.nextByte() << shift;
        }
        return width < Integer.SIZE ? value & ((1 << width) - 1) : value;
    }
}
