package io.m17.stress;

import io.m17.ledger.slot.SlotMemory;

/// Passes everything on; what is flawed overrides it.
abstract sealed class FlawedSlotMemory implements SlotMemory
        permits ForgottenSequence, IgnoredConflict, KeptClaim, LateStores {
    private static final long SEQUENCE_ONE = 1L << 40;

    private final SlotMemory sound;

    FlawedSlotMemory(SlotMemory sound) {
        this.sound = sound;
    }

    static boolean isWriting(long word) {
        return (word & SEQUENCE_ONE) != 0;
    }

    @Override
    public long get(long offset) {
        return sound.get(offset);
    }

    @Override
    public void set(long offset, long value) {
        sound.set(offset, value);
    }

    @Override
    public long getAcquire(long offset) {
        return sound.getAcquire(offset);
    }

    @Override
    public void setRelease(long offset, long value) {
        sound.setRelease(offset, value);
    }

    @Override
    public boolean compareAndSet(long offset, long expected, long value) {
        return sound.compareAndSet(offset, expected, value);
    }

    @Override
    public long getAndAdd(long offset, long delta) {
        return sound.getAndAdd(offset, delta);
    }
}
