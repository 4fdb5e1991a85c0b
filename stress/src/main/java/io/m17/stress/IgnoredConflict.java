package io.m17.stress;

import io.m17.ledger.slot.SlotMemory;

/// Reports a swap whether there was one or not.
final class IgnoredConflict extends FlawedSlotMemory {
    IgnoredConflict(SlotMemory sound) {
        super(sound);
    }

    @Override
    @SuppressWarnings("ReturnValueIgnored") // the flaw
    public boolean compareAndSet(long offset, long expected, long value) {
        super.compareAndSet(offset, expected, value);
        return true;
    }
}
