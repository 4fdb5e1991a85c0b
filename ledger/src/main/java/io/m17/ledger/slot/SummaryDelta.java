package io.m17.ledger.slot;

import io.m17.journal.KillPoint;

/// What writes to slots change in their symbol's summary: counts, known-empty windows and the change sequence of one
/// column. Confined to one thread.
final class SummaryDelta {
    private long counts;
    private long knownEmpty;
    private long changes;

    /// Takes a slot's step from one [SlotWord#state] to another into account.
    ///
    /// @param change whether others may depend on it
    void add(int from, int to, boolean change) {
        counts += ColumnCounts.packed(SlotWord.statusCode(to)) - ColumnCounts.packed(SlotWord.statusCode(from));
        knownEmpty += (SlotWord.isKnownEmpty(to) ? 1 : 0) - (SlotWord.isKnownEmpty(from) ? 1 : 0);
        changes += change ? 1 : 0;
    }

    void clear() {
        counts = 0;
        knownEmpty = 0;
        changes = 0;
    }

    /// Adds itself to the column's summary at an offset.
    void applyTo(SlotMemory memory, long offset) {
        if (counts != 0) {
            memory.getAndAdd(offset + SummaryLayout.COUNTS, counts);
        }
        KillPoint.SLOT_COUNTED.reached();
        if (knownEmpty != 0 || changes != 0) {
            memory.getAndAdd(offset + SummaryLayout.KNOWN_EMPTY, knownEmpty - (changes << SummaryLayout.CHANGES_SHIFT));
            memory.getAndAdd(offset + SummaryLayout.CHANGES, changes - (knownEmpty << SummaryLayout.KNOWN_EMPTY_SHIFT));
        }
    }
}
