package io.m17.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// One mapped segment of a variable-length log: its frames, how far they reach, and where every 64th stands.
///
/// Extended by one thread at a time: the log's writer under its lock, or in a process that only reads, whoever counts.
/// The end is published with the next number, so readers that learned of a number find its frame.
final class Segment implements AutoCloseable {
    private final MappedRegion region;
    private final LogHeader header;
    private final RecordFrames frames;
    private final LogMarks marks;
    private volatile SparseIndex index = new SparseIndex();
    private final AtomicLong endPosition = new AtomicLong(LogHeaderLayout.LENGTH_BYTES);
    private final AtomicLong nextNumber;

    private Segment(MappedRegion region, LogHeader header, Disk disk) {
        this.region = region;
        this.header = header;
        this.frames = new RecordFrames(region.segment(), header.recordLimitBytes());
        this.marks = new LogMarks(region, disk);
        this.nextNumber = new AtomicLong(header.firstNumber());
    }

    /// Creates a segment's file, or completes one whose creation was interrupted.
    static Segment create(Path path, LogHeader header, Disk disk) throws IOException {
        MappedRegion region = MappedRegion.openReadWrite(path, header.extent());
        try {
            header.create(region, disk);
            return new Segment(region, header, disk);
        } catch (IOException | RuntimeException e) {
            region.close();
            throw e;
        }
    }

    /// Maps an existing segment; how far it reaches is not known before [#loadEnd] or [#advance].
    static Segment open(Path path, boolean readOnly, Disk disk) throws IOException {
        LogHeader header = LogHeader.read(LogHeader.load(path), RecordLogLayout.MAGIC, path);
        if (!isPossible(header)) {
            throw new LogFormatException(path, "its sizes are none of a segment");
        }
        MappedRegion region =
                readOnly ? MappedRegion.openReadOnly(path) : MappedRegion.openReadWrite(path, header.extent());
        if (region.sizeBytes() < header.extent()) {
            region.close();
            throw new LogFormatException(path, "it is shorter than its header says");
        }
        return new Segment(region, header, disk);
    }

    private static boolean isPossible(LogHeader header) {
        long extent = header.extent();
        return extent >= RecordLogLayout.MIN_SEGMENT_BYTES
                && extent <= RecordLogLayout.MAX_SEGMENT_BYTES
                && extent % Posix.PAGE_BYTES == 0
                && header.recordLimitBytes() >= 0
                && header.recordLimitBytes() <= RecordLogLayout.maxBodyBytes((int) extent)
                && header.firstNumber() >= 1
                && header.firstNumber() <= Long.MAX_VALUE - Mark.MAX_VALUE
                && header.segment() >= 0;
    }

    MappedRegion region() {
        return region;
    }

    LogHeader header() {
        return header;
    }

    RecordFrames frames() {
        return frames;
    }

    LogMarks marks() {
        return marks;
    }

    Path path() {
        return region.file();
    }

    long firstNumber() {
        return header.firstNumber();
    }

    /// The number that the record behind the last one has or will have.
    long nextNumber() {
        return nextNumber.getAcquire();
    }

    long endPosition() {
        return endPosition.getAcquire();
    }

    long records() {
        return nextNumber() - header.firstNumber();
    }

    SparseIndex index() {
        return index;
    }

    /// Whether a body of that length fits, and the end frame behind it.
    boolean fits(int bodyBytes) {
        if (bodyBytes > header.recordLimitBytes()) {
            return false;
        }
        long needed = (long) RecordLogLayout.frameBytes(bodyBytes) + RecordLogLayout.endFrameBytes(records() + 1);
        return endPosition() + needed <= header.extent();
    }

    /// Notes that one more record of that length stands at the end.
    void extend(int bodyBytes) {
        long number = nextNumber.getPlain();
        long position = endPosition.getPlain();
        index.add(number - header.firstNumber(), position);
        endPosition.setRelease(position + RecordLogLayout.frameBytes(bodyBytes));
        nextNumber.setRelease(number + 1);
    }

    /// Walks over the records that were published since the last call. For readers beside a writer.
    void advance() {
        for (int bytes = frames.bodyBytes(endPosition()); bytes >= 0; bytes = frames.bodyBytes(endPosition())) {
            if (frames.number(endPosition()) != nextNumber()) {
                throw new CorruptRecordException(path(), nextNumber());
            }
            extend(bytes);
        }
    }

    /// Takes end and index from the end frame, without a walk. Throws when it does not fit its checksum.
    void loadEnd() {
        long position = marks.end() * RecordLogLayout.ALIGNMENT_BYTES;
        long records = marks.requireDurable();
        int indexBytes = RecordLogLayout.indexEntries(records) * Integer.BYTES;
        byte[] body = new byte[indexBytes];
        long next = header.firstNumber() + records;
        boolean valid = position >= LogHeaderLayout.LENGTH_BYTES
                && position + RecordLogLayout.endFrameBytes(records) <= header.extent()
                && frames.isEnd(position)
                && frames.copy(position, next, indexBytes, body, 0);
        if (!valid) {
            throw new LogFormatException(path(), "its end frame does not fit its marks or checksum");
        }
        index = SparseIndex.decoded(body);
        endPosition.setRelease(position);
        nextNumber.setRelease(next);
    }

    /// Where a record stands: at most 63 frames behind an index entry.
    long positionOf(long number) {
        long recordIndex = number - header.firstNumber();
        long position = index.positionBefore(recordIndex);
        long steps = recordIndex % RecordLogLayout.INDEX_INTERVAL;
        for (long step = 0; step < steps; step++) {
            int bodyBytes = frames.bodyBytes(position);
            if (bodyBytes < 0) {
                throw new CorruptRecordException(path(), number - steps + step);
            }
            position += RecordLogLayout.frameBytes(bodyBytes);
        }
        return position;
    }

    @Override
    public void close() {
        region.close();
    }
}
