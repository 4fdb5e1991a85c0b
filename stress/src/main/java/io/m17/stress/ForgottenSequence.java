package io.m17.stress;

import io.m17.ledger.slot.SlotMemory;

/// Compares words without their sequence, so that a state which comes back after a clear passes for the one before it.
final class ForgottenSequence extends FlawedSlotMemory {
    private static final long BELOW_SEQUENCE = (1L << 40) - 1;

    ForgottenSequence(SlotMemory sound) {
        super(sound);
    }

    @Override
    public boolean compareAndSet(long offset, long expected, long value) {
        long now = getAcquire(offset);
        return !isWriting(now) && ((now ^ expected) & BELOW_SEQUENCE) == 0 && super.compareAndSet(offset, now, value);
    }
}
