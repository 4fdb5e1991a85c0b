package io.m17.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// Reads a variable-length log's records in order as they are published, by any process, across its segments. Confined
/// to one thread; allocates only when a record is longer than all before it. Valid until it or its log is closed.
public final class RecordLogTailer implements AutoCloseable {
    private static final int INITIAL_BYTES = 256;

    private final RecordLog log;
    private final long from;
    private Segment segment;
    private long position;
    private long next;
    private byte[] buffer = new byte[INITIAL_BYTES];
    private int lengthBytes;
    private boolean closed;

    /// @param segment a segment whose region the tailer holds a reference to from now on
    /// @param position where record `next` stands or will stand
    /// @param from records before it are passed over
    RecordLogTailer(RecordLog log, Segment segment, long position, long next, long from) {
        this.log = log;
        this.segment = segment;
        this.position = position;
        this.next = next;
        this.from = from;
    }

    /// Reads the next record and returns true, or returns false when none is published yet. Throws
    /// [CorruptRecordException] when it does not fit its checksum, again at every call.
    public boolean poll() {
        for (; ; ) { // ends: each round passes a record or a segment
            int bodyBytes = segment.bodyBytes(position, next);
            if (bodyBytes >= 0) {
                take(bodyBytes);
                if (next > from) {
                    return true;
                }
            } else if (bodyBytes == RecordFrames.TORN) {
                throw new CorruptRecordException(segment.path(), next);
            } else if (bodyBytes == RecordFrames.UNPUBLISHED || !moveOn()) {
                return false;
            }
        }
    }

    /// The number of the record that was read last; before the first, one less than where it starts.
    public long number() {
        return next - 1;
    }

    /// The body's bytes `[0, lengthBytes())` of the record that was read last; overwritten by the next poll.
    public byte[] buffer() {
        return buffer;
    }

    public int lengthBytes() {
        return lengthBytes;
    }

    /// A copy of the body of the record that was read last.
    public byte[] body() {
        return Arrays.copyOf(buffer, lengthBytes);
    }

    private void take(int bodyBytes) {
        if (buffer.length < bodyBytes) {
            buffer = new byte[Math.max(bodyBytes, 2 * buffer.length)];
        }
        if (!segment.frames().copy(position, next, bodyBytes, buffer, 0)) {
            throw new CorruptRecordException(segment.path(), next);
        }
        lengthBytes = bodyBytes;
        position += RecordLogLayout.frameBytes(bodyBytes);
        next++;
    }

    private boolean moveOn() {
        if (segment.marks().state() != LogState.ROLLED) {
            return false;
        }
        try {
            Segment following = log.acquireSegment(segment.header().segment() + 1);
            if (following == null) {
                return false;
            }
            segment.region().release();
            segment = following;
            position = LogHeaderLayout.LENGTH_BYTES;
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives back the tailer's segment.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            segment.region().release();
        }
    }
}
