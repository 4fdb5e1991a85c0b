package io.m17.stress;

import io.m17.ledger.slot.SlotMemory;

/// Honours a claim after somebody else has written the slot.
final class KeptClaim extends FlawedSlotMemory {
    private static final int STATUS_SHIFT = 8;
    private static final int PENDING = 1;

    KeptClaim(SlotMemory sound) {
        super(sound);
    }

    @Override
    public boolean compareAndSet(long offset, long expected, long value) {
        if (((expected >>> STATUS_SHIFT) & 0xF) != PENDING) {
            return super.compareAndSet(offset, expected, value);
        }
        long now = getAcquire(offset);
        return !isWriting(now) && super.compareAndSet(offset, now, value);
    }
}
