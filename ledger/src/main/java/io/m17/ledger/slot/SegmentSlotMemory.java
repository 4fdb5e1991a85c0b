package io.m17.ledger.slot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Slot memory over a memory segment, mapped or not; little-endian.
public final class SegmentSlotMemory implements SlotMemory {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle WORD = LONG.varHandle();

    private final MemorySegment segment;

    public SegmentSlotMemory(MemorySegment segment) {
        this.segment = segment;
    }

    @Override
    public long get(long offset) {
        return (long) WORD.get(segment, offset);
    }

    @Override
    public void set(long offset, long value) {
        WORD.set(segment, offset, value);
    }

    @Override
    public long getAcquire(long offset) {
        return (long) WORD.getAcquire(segment, offset);
    }

    @Override
    public void setRelease(long offset, long value) {
        WORD.setRelease(segment, offset, value);
    }

    @Override
    public boolean compareAndSet(long offset, long expected, long value) {
        return WORD.compareAndSet(segment, offset, expected, value);
    }

    @Override
    public long getAndAdd(long offset, long delta) {
        return (long) WORD.getAndAdd(segment, offset, delta);
    }
}
