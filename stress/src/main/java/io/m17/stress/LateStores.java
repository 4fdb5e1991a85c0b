package io.m17.stress;

import io.m17.ledger.slot.SlotMemory;

/// Lets the other stores of a write become visible after the word that publishes them, as a machine with a weaker order
/// than x86 may when that release is missing. For one slot; the fields belong to whoever has made the word odd.
final class LateStores extends FlawedSlotMemory {
    private static final int STORES = 3;

    private final long[] offsets = new long[STORES];
    private final long[] values = new long[STORES];
    private int count;

    LateStores(SlotMemory sound) {
        super(sound);
    }

    @Override
    public void set(long offset, long value) {
        offsets[count] = offset;
        values[count] = value;
        count++;
    }

    @Override
    public void setRelease(long offset, long value) {
        if (count < STORES) { // the payload's, which comes before the word's
            set(offset, value);
            return;
        }
        long[] lateOffsets = offsets.clone();
        long[] lateValues = values.clone();
        count = 0;
        super.setRelease(offset, value);
        Lateness.pass();
        for (int i = 0; i < STORES; i++) {
            super.set(lateOffsets[i], lateValues[i]);
        }
    }
}
