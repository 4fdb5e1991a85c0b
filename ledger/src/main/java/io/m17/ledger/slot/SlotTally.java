package io.m17.ledger.slot;

import io.m17.ledger.Slot;

/// Counts the slots of one symbol and column as its summary does. Confined to one thread.
final class SlotTally {
    private long packed;
    private int knownEmpty;

    void add(Slot slot) {
        packed += ColumnCounts.packed(slot.status());
        knownEmpty += slot.knownEmpty() ? 1 : 0;
    }

    void clear() {
        packed = 0;
        knownEmpty = 0;
    }

    /// Counts the slots of a symbol's column that anybody ever wrote.
    void count(SlotProtocol protocol, RowLayout layout, int symbolId, int position) {
        clear();
        for (int minute = 0; minute < RowLayout.ROWS; minute++) {
            long offset = layout.slotOffset(symbolId, minute, position);
            if (!protocol.untouched(offset)) {
                add(protocol.read(offset));
            }
        }
    }

    /// The count of each status, see [ColumnCounts#packed].
    long packed() {
        return packed;
    }

    int knownEmpty() {
        return knownEmpty;
    }
}
