package io.m17.journal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The frames of a mapped segment, by position. Thread-safe and without state of its own: the length word is stored
/// last
/// with release order and loaded first with acquire order, so who sees it sees the frame.
///
/// @param segment the mapped file
/// @param maxRecordBytes longest body
record RecordFrames(MemorySegment segment, int maxRecordBytes) {
    private static final VarHandle LENGTH =
            ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// No record is published here yet.
    static final int UNPUBLISHED = -1;
    /// The end frame: no record before the log is opened again, if ever.
    static final int END = -2;
    /// No record has this length.
    static final int TORN = -3;

    /// The length of the body of the record at a position, or [#UNPUBLISHED], [#END] or [#TORN]. One load, so that what
    /// a
    /// writer does meanwhile cannot be seen in halves.
    int bodyBytes(long position) {
        if (position + RecordLogLayout.BODY > segment.byteSize()) {
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
                        && position + RecordLogLayout.frameBytes(bodyBytes) <= segment.byteSize()
                ? bodyBytes
                : TORN;
    }

    boolean isEnd(long position) {
        return bodyBytes(position) == END;
    }

    long number(long position) {
        return segment.get(LONG, position + RecordLogLayout.NUMBER);
    }

    /// Copies a body and returns whether frame and number fit the checksum.
    boolean copy(long position, long number, int bodyBytes, byte[] destination, int offset) {
        long body = position + RecordLogLayout.BODY;
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, body, destination, offset, bodyBytes);
        return number(position) == number
                && segment.get(INT, position + RecordLogLayout.CHECKSUM)
                        == Checksum.of(destination, offset, bodyBytes, number);
    }

    /// Stores a frame and then publishes it. One writer at a time, into zeros.
    void write(long position, long number, byte[] source, int offset, int bodyBytes) {
        write(position, number, source, offset, bodyBytes, RecordLogLayout.BODY + bodyBytes);
    }

    /// The same for the end frame.
    void writeEnd(long position, long nextNumber, byte[] index) {
        write(position, nextNumber, index, 0, index.length, RecordLogLayout.END_LENGTH);
    }

    /// Takes a published frame back, its length word first.
    void clear(long position, int frameBytes) {
        LENGTH.setRelease(segment, position + RecordLogLayout.LENGTH, 0);
        segment.asSlice(position, frameBytes).fill((byte) 0);
    }

    /// The offset of the first byte of a frame's padding that is not zero, or -1.
    long paddingFault(long position, int bodyBytes) {
        return DataExtents.firstNonZero(
                segment, position + RecordLogLayout.BODY + bodyBytes, position + RecordLogLayout.frameBytes(bodyBytes));
    }

    private void write(long position, long number, byte[] source, int offset, int bodyBytes, int lengthWord) {
        segment.set(INT, position + RecordLogLayout.CHECKSUM, Checksum.of(source, offset, bodyBytes, number));
        segment.set(LONG, position + RecordLogLayout.NUMBER, number);
        long body = position + RecordLogLayout.BODY;
        MemorySegment.copy(source, offset, segment, ValueLayout.JAVA_BYTE, body, bodyBytes);
        KillPoint.FRAME_STORED.reached();
        LENGTH.setRelease(segment, position + RecordLogLayout.LENGTH, lengthWord);
        KillPoint.FRAME_PUBLISHED.reached();
    }

    private int lengthWord(long position) {
        return (int) LENGTH.getAcquire(segment, position + RecordLogLayout.LENGTH);
    }
}
