package io.m17.ledger.slot;

/// What a ledger file knows of each symbol without looking at its rows: 32 bytes of head, then 32 bytes a column.
///
/// | offset | size | field | written |
/// | ---: | ---: | --- | --- |
/// | 0 | 8 | head: state u8, reserved u8, expected columns u16, check u32 | release, by whoever lists the symbol |
/// | 8 | 24 | reserved, zero | |
/// | 32 + 32·c | 8 | counts: pending u10, filled u10, cleared u10, retired u10, weighted sum u24 | atomic add |
/// | 40 + 32·c | 8 | known-empty windows among the filled u16, minus the change sequence u48 | atomic add |
/// | 48 + 32·c | 8 | change sequence u48, minus the known-empty windows u16 | atomic add, after the slot's store |
/// | 56 + 32·c | 8 | reconciled: inputs' change sequences summed u48, check u16 | release, by the column's engine |
///
/// Nothing here is without a second witness: counts carry a sum that every change of a bit upsets,
/// known-empty windows and the change sequence stand twice, the other words carry checks. The change
/// sequence begins with 1, so that a column of zeros is one that was lost.
///
/// @param offset of the first symbol's summary in the file
record SummaryLayout(long offset, int columns) {
    static final int HEAD = 0;
    static final int HEAD_LENGTH_BYTES = 32;
    static final int COUNTS = 0;
    static final int KNOWN_EMPTY = COUNTS + Long.BYTES;
    static final int CHANGES = KNOWN_EMPTY + Long.BYTES;
    static final int RECONCILED = CHANGES + Long.BYTES;
    static final int COLUMN_LENGTH_BYTES = RECONCILED + Long.BYTES;

    static final int STATE_LISTED = 1;
    static final long FIRST_CHANGES = 1;
    static final int EXPECTED_SHIFT = 16;
    static final int CHANGES_SHIFT = 16;
    static final int KNOWN_EMPTY_SHIFT = 48;
    static final long CHANGES_MASK = (1L << 48) - 1;

    /// The head of a listed symbol.
    static long head(int symbolId, int expected) {
        long low = STATE_LISTED | ((long) expected << EXPECTED_SHIFT);
        return low | (SlotProtocol.mix(low + symbolId) & 0xFFFFFFFF00000000L);
    }

    /// The word that remembers a sum of change sequences.
    static long reconciled(long changes) {
        long low = changes & CHANGES_MASK;
        return low == 0 ? 0 : low | (SlotProtocol.mix(low) & ~CHANGES_MASK);
    }

    /// The columns expected by a head, whether it is sound or not.
    static int expected(long head) {
        return (int) (head >>> EXPECTED_SHIFT) & 0xFFFF;
    }

    /// What the word beside a change sequence holds.
    static long knownEmptyWord(int knownEmpty, long changes) {
        return (-changes << CHANGES_SHIFT) + knownEmpty;
    }

    /// What the word with the change sequence holds.
    static long changesWord(int knownEmpty, long changes) {
        return (changes & CHANGES_MASK) - ((long) knownEmpty << KNOWN_EMPTY_SHIFT);
    }

    /// Whether both words say the same, and are not lost.
    static boolean isSound(long knownEmptyWord, long changesWord) {
        int knownEmpty = (int) knownEmptyWord & 0xFFFF;
        long changes = changesWord & CHANGES_MASK;
        return changes != 0
                && knownEmptyWord == knownEmptyWord(knownEmpty, changes)
                && changesWord == changesWord(knownEmpty, changes);
    }

    /// The larger of the two change sequences.
    static long changes(long knownEmptyWord, long changesWord) {
        return Math.max(changesWord & CHANGES_MASK, -(knownEmptyWord >> CHANGES_SHIFT) & CHANGES_MASK);
    }

    long lengthBytes() {
        return HEAD_LENGTH_BYTES + (long) columns * COLUMN_LENGTH_BYTES;
    }

    long headOffset(int symbolId) {
        return offset + symbolId * lengthBytes();
    }

    long columnOffset(int symbolId, int position) {
        return headOffset(symbolId) + HEAD_LENGTH_BYTES + (long) position * COLUMN_LENGTH_BYTES;
    }
}
