package io.m17.market.artifact;

/// Writes small non-negative integers as Parquet's hybrid of runs and bit-packed groups, the form of dictionary codes
/// and definition levels.
final class HybridEncoder {
    private static final int SHORTEST_RUN = 8;

    private HybridEncoder() {}

    /// How many bits a value up to `max` takes.
    static int widthOf(int max) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(max);
    }

    /// Writes the first `count` values, none wider than `width` bits.
    static void encode(int[] values, int count, int width, ByteSink sink) {
        int at = 0;
        while (at < count) {
            int run = runLength(values, at, count);
            if (run >= SHORTEST_RUN || at + run == count) {
                run(values[at], run, width, sink);
                at += run;
            } else {
                int end = endOfPacked(values, at, count);
                long groups = (end - at + 7L) / 8;
                sink.putVarint((groups << 1) | 1);
                BitPacking.pack(values, at, end - at, width, sink);
                at = end;
            }
        }
    }

    /// One run of a single value.
    static void run(int value, int length, int width, ByteSink sink) {
        sink.putVarint((long) length << 1);
        for (int shift = 0; shift < width; shift += 8) {
            sink.putByte(value >>> shift);
        }
    }

    /// Groups of 8 are packed until one starts a run, or to the end.
    private static int endOfPacked(int[] values, int from, int count) {
        int end = from;
        do {
            end = Math.min(end + SHORTEST_RUN, count);
        } while (end < count && !runsOn(values, end, count));
        return end;
    }

    private static boolean runsOn(int[] values, int at, int count) {
        if (count - at < SHORTEST_RUN) {
            return false;
        }
        int differs = 0;
        for (int i = at + 1; i < at + SHORTEST_RUN; i++) {
            differs |= values[i] ^ values[at];
        }
        return differs == 0;
    }

    private static int runLength(int[] values, int at, int count) {
        int value = values[at];
        int end = at + 1;
        while (end < count && values[end] == value) {
            end++;
        }
        return end - at;
    }
}
