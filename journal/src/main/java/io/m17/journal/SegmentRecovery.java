package io.m17.journal;

import java.io.IOException;

/// Puts the last segment of a log right after a crash: checks its records one by one, and from the first that is
/// torn on zeroes everything. Records are written in order, so nothing that was whole stands behind a torn one,
/// unless the power failed before they were forced. Done twice it ends in the same bytes. Confined to the opener.
final class SegmentRecovery {
    private final Segment segment;
    private final RecordFrames frames;
    private final Storage storage;
    private boolean endFrameFound;

    private SegmentRecovery(Segment segment, Storage storage) {
        this.segment = segment;
        this.frames = segment.frames();
        this.storage = storage;
    }

    /// Finds the segment's end; recovers it when it was not closed.
    static RecoveryReport recover(Segment segment, Storage storage) throws IOException {
        return switch (segment.marks().state()) {
            case CLOSED, ROLLED, SEALED -> {
                segment.loadEnd();
                yield new RecoveryReport(segment.path(), segment.nextNumber() - 1, 0, 0, 0, true);
            }
            case OPEN -> new SegmentRecovery(segment, storage).run();
        };
    }

    private RecoveryReport run() throws IOException {
        long durable = segment.marks().requireDurable();
        acceptRecords();
        if (segment.records() < durable) {
            throw new CorruptRecordException(segment.path(), segment.nextNumber());
        }
        long end = segment.endPosition();
        long torn = countTorn(end);
        long cutBytes = DataExtents.zero(segment.region(), end, segment.header().extent());
        long cutRecords = cutBytes > 0 && torn == 0 && !endFrameFound ? 1 : torn;
        KillPoint.SEGMENT_CUT.reached();
        storage.force(segment.region(), 0, segment.header().extent());
        KillPoint.SEGMENT_RECOVERED.reached();
        segment.marks().storeEnd(0);
        segment.marks().storeDurable(segment.records());
        segment.marks().force();
        return new RecoveryReport(segment.path(), segment.nextNumber() - 1, 0, cutRecords, cutBytes, false);
    }

    private void acceptRecords() {
        byte[] scratch = new byte[segment.header().recordLimitBytes()];
        long position = segment.endPosition();
        int bodyBytes = frames.bodyBytes(position);
        while (bodyBytes >= 0 && frames.copy(position, segment.nextNumber(), bodyBytes, scratch, 0)) {
            segment.extend(bodyBytes);
            position = segment.endPosition();
            bodyBytes = frames.bodyBytes(position);
        }
        endFrameFound = frames.isEnd(position);
    }

    /// Frames behind the end as their own lengths tell: a lower bound.
    private long countTorn(long end) {
        long torn = 0;
        long position = end;
        for (int bytes = frames.bodyBytes(position); bytes >= 0; bytes = frames.bodyBytes(position)) {
            torn++;
            position += RecordLogLayout.frameBytes(bytes);
        }
        return torn;
    }
}
