package io.m17.journal;

import java.io.IOException;

/// Appends to the last segment of a log, forces it and ends it. Appending and ending happen under the log's lock;
/// forcing and touching ahead beside them, under this object's.
final class SegmentWriter {
    private final Segment segment;
    private final MappedRegion region;
    private final RecordFrames frames;
    private final LogMarks marks;
    private final Storage storage;
    private final Preallocation preallocation;
    private volatile LogState state;
    private long forcedRecords;
    private long forcedEnd;

    SegmentWriter(Segment segment, Storage storage, int preallocateBytes) {
        this.segment = segment;
        this.region = segment.region();
        this.frames = segment.frames();
        this.marks = segment.marks();
        this.storage = storage;
        this.preallocation = new Preallocation(region, storage, preallocateBytes, segment.endPosition());
        this.state = marks.state();
        this.forcedRecords = marks.requireDurable();
        this.forcedEnd = LogHeaderLayout.LENGTH_BYTES;
    }

    Segment segment() {
        return segment;
    }

    /// Whether the segment is rolled or sealed, so that it takes no more records.
    boolean isEnded() {
        return switch (state) {
            case OPEN, CLOSED -> false;
            case ROLLED, SEALED -> true;
        };
    }

    /// Appends a body that fits and returns its number. Allocates nothing.
    long append(byte[] source, int offset, int bodyBytes) throws IOException {
        if (state != LogState.OPEN) {
            reopen();
        }
        preallocation.reach(segment.endPosition() + RecordLogLayout.frameBytes(bodyBytes));
        return segment.append(source, offset, bodyBytes);
    }

    /// Makes room ahead of the appends ready. Nothing is done for a segment that is not being written.
    synchronized void touchAhead() throws IOException {
        if (state == LogState.OPEN) {
            preallocation.reachAhead(segment.endPosition());
        }
    }

    /// Forces what is published to the disk, then moves the durable mark.
    synchronized void force() throws IOException {
        long records = segment.records();
        long end = segment.endPosition();
        if (records == forcedRecords) {
            return;
        }
        storage.force(region, forcedEnd, end - forcedEnd);
        KillPoint.RECORDS_FORCED.reached();
        marks.storeDurable(records);
        KillPoint.DURABLE_MARKED.reached();
        marks.force();
        forcedRecords = records;
        forcedEnd = end;
    }

    /// Writes the end frame, forces the segment and stores its state.
    synchronized void end(LogState newState) throws IOException {
        long records = segment.records();
        long position = segment.endPosition();
        preallocation.reach(position + RecordLogLayout.endFrameBytes(records));
        if (!frames.isEnd(position)) {
            frames.writeEnd(position, segment.nextNumber(), segment.index().encoded());
        }
        KillPoint.END_FRAME_STORED.reached();
        storage.force(region, 0, position + RecordLogLayout.endFrameBytes(records));
        marks.storeDurable(records);
        marks.storeEnd(position / RecordLogLayout.ALIGNMENT_BYTES);
        marks.force();
        KillPoint.END_MARKED.reached();
        marks.storeState(newState);
        KillPoint.SEGMENT_ENDED.reached();
        marks.force();
        state = newState;
        forcedRecords = records;
    }

    /// Takes the end frame back. The state goes to the disk first, so that no crash is taken for a clean end.
    private synchronized void reopen() throws IOException {
        long position = segment.endPosition();
        marks.storeState(LogState.OPEN);
        marks.force();
        state = LogState.OPEN;
        KillPoint.SEGMENT_REOPENED.reached();
        marks.storeEnd(0);
        if (frames.isEnd(position)) {
            frames.clear(position, RecordLogLayout.endFrameBytes(segment.records()));
        }
    }
}
