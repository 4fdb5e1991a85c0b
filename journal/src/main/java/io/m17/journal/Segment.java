package io.m17.journal;

import java.io.IOException;
import java.nio.file.Path;

/// One mapped segment of a variable-length log: its frames and how far they reach. Extended by one thread at a time, as
/// [PublishedFrames] says.
final class Segment implements AutoCloseable {
    private final MappedRegion region;
    private final LogHeader header;
    private final RecordFrames frames;
    private final LogMarks marks;
    private final PublishedFrames published;

    private Segment(MappedRegion region, LogHeader header, Storage storage) {
        this.region = region;
        this.header = header;
        this.frames = new RecordFrames(new SegmentLogMemory(region.segment()), header.recordLimitBytes());
        this.marks = new LogMarks(region, storage);
        this.published = new PublishedFrames(frames, header.firstNumber(), region.file(), !region.isReadOnly());
    }

    /// Creates a segment's file, or completes one whose creation was interrupted.
    static Segment create(Path path, LogHeader header, Storage storage) throws IOException {
        MappedRegion region = MappedRegion.create(path, header.extent(), storage);
        try {
            header.create(region, storage);
            return new Segment(region, header, storage);
        } catch (IOException | RuntimeException e) {
            region.close();
            throw e;
        }
    }

    /// Maps an existing segment; how far it reaches is not known before [#loadEnd] or [#advance].
    static Segment open(Path path, boolean readOnly, Storage storage) throws IOException {
        LogHeader header = LogHeader.read(LogHeader.load(path, storage), RecordLogLayout.MAGIC, path);
        if (!isPossible(header)) {
            throw new LogFormatException(path, "its sizes are none of a segment");
        }
        MappedRegion region =
                readOnly ? MappedRegion.openReadOnly(path) : MappedRegion.openReadWrite(path, header.extent(), storage);
        if (region.sizeBytes() < header.extent()) {
            region.close();
            throw new LogFormatException(path, "it is shorter than its header says");
        }
        return new Segment(region, header, storage);
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
        return published.nextNumber();
    }

    long endPosition() {
        return published.endPosition();
    }

    long records() {
        return nextNumber() - header.firstNumber();
    }

    SparseIndex index() {
        return published.index();
    }

    /// Whether a body of that length fits, and the end frame behind it.
    boolean fits(int bodyBytes) {
        if (bodyBytes > header.recordLimitBytes()) {
            return false;
        }
        long needed = (long) RecordLogLayout.frameBytes(bodyBytes) + RecordLogLayout.endFrameBytes(records() + 1);
        return endPosition() + needed <= header.extent();
    }

    /// Stores and publishes a record that fits behind the last one, and returns its number. Allocates nothing.
    long append(byte[] source, int offset, int bodyBytes) {
        return published.append(source, offset, bodyBytes);
    }

    /// The length of the body of a record at its position, as of [PublishedFrames#bodyBytes].
    int bodyBytes(long position, long number) {
        return published.bodyBytes(position, number);
    }

    /// Notes that one more record of that length stands at the end.
    void extend(int bodyBytes) {
        published.extend(bodyBytes);
    }

    /// Walks over the records that were published since the last call. For readers beside a writer.
    void advance() {
        published.advance();
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
        published.jump(SparseIndex.decoded(body), position, next);
    }

    /// Where a record stands: at most 63 frames behind an index entry.
    long positionOf(long number) {
        return published.positionOf(number);
    }

    @Override
    public void close() {
        region.close();
    }
}
