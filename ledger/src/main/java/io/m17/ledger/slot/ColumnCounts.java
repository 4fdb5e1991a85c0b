package io.m17.ledger.slot;

import io.m17.ledger.SlotStatus;

/// How many of a symbol's windows of one column are in which status.
///
/// @param expected the windows that ought to be filled; retired ones are not
/// @param filled those with a payload, `knownEmpty` of them without rows
public record ColumnCounts(int expected, int pending, int filled, int cleared, int retired, int knownEmpty) {
    public static final ColumnCounts NONE = new ColumnCounts(0, 0, 0, 0, 0, 0);

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

    /// One count of a status as it stands in the packed word of a summary.
    static long packed(SlotStatus status) {
        return switch (status) {
            case EMPTY -> 0;
            case PENDING -> 1;
            case FILLED -> 1L << 16;
            case CLEARED -> 1L << 32;
            case RETIRED -> 1L << 48;
        };
    }

    /// @param windows how many windows the session has
    static ColumnCounts unpack(long packed, long knownEmpty, boolean expected, int windows) {
        int retired = (int) (packed >>> 48) & 0xFFFF;
        return new ColumnCounts(
                expected ? windows - retired : 0,
                (int) packed & 0xFFFF,
                (int) (packed >>> 16) & 0xFFFF,
                (int) (packed >>> 32) & 0xFFFF,
                retired,
                (int) knownEmpty & 0xFFFF);
    }
}
