package io.m17.journal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The records of a mapped fixed-stride log file, by number. Thread-safe and without state of its own: the checksum
/// word is stored last with release order and loaded first with acquire order, so who sees it sees the body.
record FixedLogRecords(FixedLogLayout layout, MemorySegment segment) {
    private static final VarHandle CHECKSUM =
            ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();

    /// What stands at a number.
    enum Content {
        EMPTY,
        VALID,
        TORN
    }

    boolean isPublished(long number) {
        return checksumWord(number) != 0;
    }

    /// Stores the body and then publishes it. Each number has one writer. Allocates nothing.
    void write(long number, byte[] source, int offset) {
        int bodyBytes = layout.bodyBytes();
        int checksum = Checksum.of(source, offset, bodyBytes, number);
        long at = layout.offsetOf(number);
        MemorySegment.copy(source, offset, segment, ValueLayout.JAVA_BYTE, at + FixedLogLayout.BODY, bodyBytes);
        KillPoint.RECORD_STORED.reached();
        CHECKSUM.setRelease(segment, at + FixedLogLayout.CHECKSUM, checksum);
        KillPoint.RECORD_PUBLISHED.reached();
    }

    /// Copies a published body and returns whether it fits its checksum. Allocates nothing.
    boolean copy(long number, byte[] destination, int offset) {
        int checksum = checksumWord(number);
        copyBody(number, destination, offset);
        return checksum == Checksum.of(destination, offset, layout.bodyBytes(), number);
    }

    /// What stands at a number; `scratch` has room for a body.
    Content content(long number, byte[] scratch) {
        int checksum = checksumWord(number);
        if (checksum != 0 && copy(number, scratch, 0)) {
            return Content.VALID;
        }
        return checksum == 0 && isBodyZero(number) ? Content.EMPTY : Content.TORN;
    }

    boolean isBodyZero(long number) {
        long at = layout.offsetOf(number);
        return DataExtents.firstNonZero(segment, at + FixedLogLayout.BODY, at + layout.strideBytes()) < 0;
    }

    /// Makes a record void: a body of zeros that fits its checksum. Done again after a crash, ends in the same bytes.
    void makeVoid(long number) {
        clear(number);
        write(number, new byte[layout.bodyBytes()], 0);
    }

    /// Zeroes a record, its checksum word first.
    void clear(long number) {
        long at = layout.offsetOf(number);
        CHECKSUM.setRelease(segment, at + FixedLogLayout.CHECKSUM, 0);
        segment.asSlice(at, layout.strideBytes()).fill((byte) 0);
    }

    private int checksumWord(long number) {
        return (int) CHECKSUM.getAcquire(segment, layout.offsetOf(number) + FixedLogLayout.CHECKSUM);
    }

    private void copyBody(long number, byte[] destination, int offset) {
        long at = layout.offsetOf(number) + FixedLogLayout.BODY;
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, destination, offset, layout.bodyBytes());
    }
}
