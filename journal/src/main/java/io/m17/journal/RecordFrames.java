package io.m17.journal;

import java.lang.invoke.VarHandle;

/// The frames of a segment, by position. Thread-safe and without state of its own: the length word is stored last with
/// release order and loaded first with acquire order, so who sees it sees the frame.
///
/// @param memory the whole file's
/// @param maxRecordBytes longest body
public record RecordFrames(LogMemory memory, int maxRecordBytes) {
    /// No record is published here yet.
    public static final int UNPUBLISHED = -1;
    /// The end frame: no record before the log is opened again, if ever.
    public static final int END = -2;
    /// No record has this length.
    public static final int TORN = -3;

    /// The length of the body of the record at a position, or [#UNPUBLISHED], [#END] or [#TORN]. One load, so
    /// that what a writer does meanwhile cannot be seen in halves.
    public int bodyBytes(long position) {
        if (position + RecordLogLayout.BODY > memory.sizeBytes()) {
            return UNPUBLISHED;
        }
        int length = lengthWord(position);
        if (length == 0) {
            return UNPUBLISHED;
        }
        if (length == RecordLogLayout.END_LENGTH) {
            return END;
        }
        int bodyBytes = length - RecordLogLayout.BODY;
        return bodyBytes >= 0
                        && bodyBytes <= maxRecordBytes
                        && position + RecordLogLayout.frameBytes(bodyBytes) <= memory.sizeBytes()
                ? bodyBytes
                : TORN;
    }

    boolean isEnd(long position) {
        return bodyBytes(position) == END;
    }

    long number(long position) {
        return memory.getLong(position + RecordLogLayout.NUMBER);
    }

    /// Copies a body and returns whether frame and number fit the checksum.
    public boolean copy(long position, long number, int bodyBytes, byte[] destination, int offset) {
        memory.copyOut(position + RecordLogLayout.BODY, destination, offset, bodyBytes);
        return number(position) == number
                && memory.getInt(position + RecordLogLayout.CHECKSUM)
                        == Checksum.of(destination, offset, bodyBytes, number);
    }

    /// Stores a frame and then publishes it. One writer at a time, into zeros.
    public void write(long position, long number, byte[] source, int offset, int bodyBytes) {
        write(position, number, source, offset, bodyBytes, RecordLogLayout.BODY + bodyBytes);
    }

    /// The same for the end frame.
    void writeEnd(long position, long nextNumber, byte[] index) {
        write(position, nextNumber, index, 0, index.length, RecordLogLayout.END_LENGTH);
    }

    /// Takes a published frame back, its length word first.
    void clear(long position, int frameBytes) {
        memory.setIntRelease(position + RecordLogLayout.LENGTH, 0);
        VarHandle.storeStoreFence(); // a release store alone lets the zeros behind it become visible before it
        memory.zero(position, frameBytes);
    }

    /// The offset of the first byte of a frame's padding that is not zero, or -1.
    long paddingFault(long position, int bodyBytes) {
        return memory.firstNonZero(
                position + RecordLogLayout.BODY + bodyBytes, position + RecordLogLayout.frameBytes(bodyBytes));
    }

    private void write(long position, long number, byte[] source, int offset, int bodyBytes, int lengthWord) {
        memory.setInt(position + RecordLogLayout.CHECKSUM, Checksum.of(source, offset, bodyBytes, number));
        memory.setLong(position + RecordLogLayout.NUMBER, number);
        memory.copyIn(source, offset, position + RecordLogLayout.BODY, bodyBytes);
        KillPoint.FRAME_STORED.reached();
        memory.setIntRelease(position + RecordLogLayout.LENGTH, lengthWord);
        KillPoint.FRAME_PUBLISHED.reached();
    }

    private int lengthWord(long position) {
        return memory.getIntAcquire(position + RecordLogLayout.LENGTH);
    }
}
