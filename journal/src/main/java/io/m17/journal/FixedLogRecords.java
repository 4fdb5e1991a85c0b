package io.m17.journal;

import java.lang.invoke.VarHandle;

/// The records of a fixed-stride log, by number. Thread-safe and without state of its own: the checksum word is stored
/// last with release order and loaded first with acquire order, so who sees it sees the body.
///
/// @param layout where the records stand
/// @param memory the whole file's
public record FixedLogRecords(FixedLogLayout layout, LogMemory memory) {
    /// What stands at a number.
    enum Content {
        EMPTY,
        VALID,
        TORN
    }

    /// Whether a record can be read.
    public boolean isPublished(long number) {
        return checksumWord(number) != 0;
    }

    /// Stores the body and then publishes it. Each number has one writer. Allocates nothing.
    public void write(long number, byte[] source, int offset) {
        int bodyBytes = layout.bodyBytes();
        int checksum = Checksum.of(source, offset, bodyBytes, number);
        long at = layout.offsetOf(number);
        memory.copyIn(source, offset, at + FixedLogLayout.BODY, bodyBytes);
        KillPoint.RECORD_STORED.reached();
        memory.setIntRelease(at + FixedLogLayout.CHECKSUM, checksum);
        KillPoint.RECORD_PUBLISHED.reached();
    }

    /// Copies a published body and returns whether it fits its checksum. Allocates nothing.
    public boolean copy(long number, byte[] destination, int offset) {
        int checksum = checksumWord(number);
        memory.copyOut(layout.offsetOf(number) + FixedLogLayout.BODY, destination, offset, layout.bodyBytes());
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
        return memory.getInt(at + FixedLogLayout.BODY) == 0
                && memory.firstNonZero(at + FixedLogLayout.BODY, at + layout.strideBytes()) < 0;
    }

    /// Makes a record void: a body of zeros that fits its checksum. Done again after a crash, ends in the same bytes.
    void makeVoid(long number) {
        clear(number);
        write(number, new byte[layout.bodyBytes()], 0);
    }

    /// Zeroes a record, its checksum word first.
    void clear(long number) {
        long at = layout.offsetOf(number);
        memory.setIntRelease(at + FixedLogLayout.CHECKSUM, 0);
        VarHandle.storeStoreFence(); // a release store alone lets the zeros behind it become visible before it
        memory.zero(at, layout.strideBytes());
    }

    private int checksumWord(long number) {
        return memory.getIntAcquire(layout.offsetOf(number) + FixedLogLayout.CHECKSUM);
    }
}
