package io.m17.ledger.slot;

/// Memory in which a write of another process seems to be under way for the first 257 loads of the word, which is
/// when a reader gives up on it, and is finished at the next.
record StalledWrite(SlotMemory memory, int incarnation, int[] loads) implements SlotMemory {
    private static final int STALLED_LOADS = 257;

    StalledWrite(SlotMemory memory, int incarnation) {
        this(memory, incarnation, new int[1]);
    }

    @Override
    public long get(long offset) {
        return memory.get(offset);
    }

    @Override
    public void set(long offset, long value) {
        memory.set(offset, value);
    }

    @Override
    public long getAcquire(long offset) {
        long word = memory.getAcquire(offset);
        return loads[0]++ < STALLED_LOADS ? SlotWord.writing(word, incarnation) : word;
    }

    @Override
    public void setRelease(long offset, long value) {
        memory.setRelease(offset, value);
    }

    @Override
    public boolean compareAndSet(long offset, long expected, long value) {
        return memory.compareAndSet(offset, expected, value);
    }

    @Override
    public long getAndAdd(long offset, long delta) {
        return memory.getAndAdd(offset, delta);
    }
}
