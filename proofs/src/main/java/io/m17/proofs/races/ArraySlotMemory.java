package io.m17.proofs.races;

import io.m17.ledger.slot.SlotMemory;
import java.util.concurrent.atomic.AtomicLongArray;

/// Slot memory over an array, of which a model checker sees every access. Thread-safe.
final class ArraySlotMemory implements SlotMemory {
    private final AtomicLongArray words;

    ArraySlotMemory(int lengthBytes) {
        this.words = new AtomicLongArray(lengthBytes / Long.BYTES);
    }

    @Override
    public long get(long offset) {
        return words.getPlain(index(offset));
    }

    @Override
    public void set(long offset, long value) {
        words.setPlain(index(offset), value);
    }

    @Override
    public long getAcquire(long offset) {
        return words.getAcquire(index(offset));
    }

    @Override
    public void setRelease(long offset, long value) {
        words.setRelease(index(offset), value);
    }

    @Override
    public boolean compareAndSet(long offset, long expected, long value) {
        return words.compareAndSet(index(offset), expected, value);
    }

    @Override
    public long getAndAdd(long offset, long delta) {
        return words.getAndAdd(index(offset), delta);
    }

    private static int index(long offset) {
        return Math.toIntExact(offset / Long.BYTES);
    }
}
