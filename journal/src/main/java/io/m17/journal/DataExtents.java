package io.m17.journal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// What of a mapped file may hold anything but zeros: its data between the holes.
final class DataExtents {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    private DataExtents() {}

    /// Takes one stretch of data, `[start, end)`.
    interface Visitor {
        void visit(long start, long end) throws IOException;
    }

    /// Visits the data in `[from, to)` in order.
    static void visit(MappedRegion region, long from, long to, Visitor visitor) throws IOException {
        long at = from;
        while (at < to) {
            long start = region.nextData(at);
            if (start < 0 || start >= to) {
                return;
            }
            long hole = region.nextHole(start);
            long end = hole < 0 ? to : Math.min(hole, to);
            visitor.visit(start, end);
            at = end;
        }
    }

    /// The offset of the first byte in `[from, to)` that is not zero, or -1.
    static long firstNonZero(MappedRegion region, long from, long to) throws IOException {
        long[] found = {-1};
        MemorySegment segment = region.segment();
        visit(region, from, to, (start, end) -> {
            if (found[0] < 0) {
                found[0] = firstNonZero(segment, start, end);
            }
        });
        return found[0];
    }

    /// The same in memory, without regard to holes. A loop of loads, as a failing page under it can be caught.
    static long firstNonZero(MemorySegment segment, long from, long to) {
        long at = from;
        while (at + Long.BYTES <= to && segment.get(LONG, at) == 0) {
            at += Long.BYTES;
        }
        while (at < to && segment.get(ValueLayout.JAVA_BYTE, at) == 0) {
            at++;
        }
        return at < to ? at : -1;
    }

    /// Zeroes `[from, to)` where it is data, from the end to the start of each stretch's bytes that are not zero, and
    /// returns how many bytes that were not zero it met.
    static long zero(MappedRegion region, long from, long to) throws IOException {
        long[] zeroed = {0};
        MemorySegment segment = region.segment();
        visit(region, from, to, (start, end) -> {
            for (long at = firstNonZero(segment, start, end); at >= 0; at = firstNonZero(segment, at, end)) {
                segment.set(ValueLayout.JAVA_BYTE, at, (byte) 0);
                zeroed[0]++;
            }
        });
        return zeroed[0];
    }
}
