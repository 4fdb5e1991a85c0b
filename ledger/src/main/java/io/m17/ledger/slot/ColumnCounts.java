package io.m17.ledger.slot;

import io.m17.ledger.SlotStatus;
import java.util.Arrays;

/// How many of a symbol's windows of one column are in which status.
///
/// @param expected the windows that ought to be filled; retired ones are not
/// @param filled those with a payload, `knownEmpty` of them without rows
public record ColumnCounts(int expected, int pending, int filled, int cleared, int retired, int knownEmpty) {
    public static final ColumnCounts NONE = new ColumnCounts(0, 0, 0, 0, 0, 0);

    private static final int LANE_BITS = 10;
    private static final int LANE_MASK = (1 << LANE_BITS) - 1;
    private static final int SUM_SHIFT = 4 * LANE_BITS;
    private static final long[] WEIGHTS = {0x1D4B_A7, 0x2E6C_35, 0x3A91_5F, 0x4CF3_0D};
    private static final long[] PACKED =
            Arrays.stream(SlotStatus.values()).mapToLong(ColumnCounts::count).toArray();

    /// Windows that nobody has filled, claimed, cleared or retired.
    public int empty() {
        return Math.max(0, expected - pending - filled - cleared);
    }

    /// Expected windows without a payload.
    public int missing() {
        return Math.max(0, expected - filled);
    }

    public ColumnCounts plus(ColumnCounts other) {
        return new ColumnCounts(
                expected + other.expected,
                pending + other.pending,
                filled + other.filled,
                cleared + other.cleared,
                retired + other.retired,
                knownEmpty + other.knownEmpty);
    }

    /// One count of a status as it stands in the packed word of a summary: in a lane of its own, and with an odd weight
    /// in the sum that the upper 24 bits are. Words add up lane by lane, so one atomic add keeps both.
    static long packed(SlotStatus status) {
        return packed(status.code());
    }

    static long packed(int statusCode) {
        return PACKED[statusCode];
    }

    private static long count(SlotStatus status) {
        return switch (status) {
            case EMPTY -> 0;
            case PENDING -> count(0);
            case FILLED -> count(1);
            case CLEARED -> count(2);
            case RETIRED -> count(3);
        };
    }

    private static long count(int lane) {
        return (1L << (lane * LANE_BITS)) + (WEIGHTS[lane] << SUM_SHIFT);
    }

    /// Whether the counts of a packed word fit its sum.
    static boolean isSound(long packed) {
        long sum = 0;
        for (int lane = 0; lane < WEIGHTS.length; lane++) {
            sum += lane(packed, lane) * WEIGHTS[lane];
        }
        return sum << SUM_SHIFT == packed >>> SUM_SHIFT << SUM_SHIFT;
    }

    private static int lane(long packed, int lane) {
        return (int) (packed >>> (lane * LANE_BITS)) & LANE_MASK;
    }

    /// @param windows how many windows the session has
    static ColumnCounts unpack(long packed, int knownEmpty, boolean expected, int windows) {
        int retired = lane(packed, 3);
        return new ColumnCounts(
                expected ? windows - retired : 0,
                lane(packed, 0),
                lane(packed, 1),
                lane(packed, 2),
                retired,
                knownEmpty);
    }
}
