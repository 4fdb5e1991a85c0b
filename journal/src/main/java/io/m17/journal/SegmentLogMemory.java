package io.m17.journal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Log memory over a memory segment, mapped or not. Allocates nothing.
///
/// @param segment valid for as long as this is used
public record SegmentLogMemory(MemorySegment segment) implements LogMemory {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle WORD = INT.varHandle();

    @Override
    public long sizeBytes() {
        return segment.byteSize();
    }

    @Override
    public int getIntAcquire(long offset) {
        return (int) WORD.getAcquire(segment, offset);
    }

    @Override
    public void setIntRelease(long offset, int value) {
        WORD.setRelease(segment, offset, value);
    }

    @Override
    public int getInt(long offset) {
        return segment.get(INT, offset);
    }

    @Override
    public void setInt(long offset, int value) {
        segment.set(INT, offset, value);
    }

    @Override
    public long getLong(long offset) {
        return segment.get(LONG, offset);
    }

    @Override
    public void setLong(long offset, long value) {
        segment.set(LONG, offset, value);
    }

    @Override
    public void copyIn(byte[] source, int sourceIndex, long offset, int lengthBytes) {
        MemorySegment.copy(source, sourceIndex, segment, ValueLayout.JAVA_BYTE, offset, lengthBytes);
    }

    @Override
    public void copyOut(long offset, byte[] destination, int destinationIndex, int lengthBytes) {
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, offset, destination, destinationIndex, lengthBytes);
    }

    @Override
    public void zero(long offset, int lengthBytes) {
        segment.asSlice(offset, lengthBytes).fill((byte) 0);
    }

    @Override
    public long firstNonZero(long from, long to) {
        return DataExtents.firstNonZero(segment, from, to);
    }
}
