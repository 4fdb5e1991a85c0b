package io.m17.journal;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// How far the frames of a segment reach, and where every 64th stands.
///
/// Extended by one thread at a time: the log's writer under its lock, or in a process that only reads, whoever counts.
/// The end is published with the next number, so readers that learned of a number find its frame.
public final class PublishedFrames {
    private final RecordFrames frames;
    private final long firstNumber;
    private final Path file;
    private final boolean appends;
    private final AtomicLong endPosition = new AtomicLong(LogHeaderLayout.LENGTH_BYTES);
    private final AtomicLong nextNumber;
    private volatile SparseIndex index = new SparseIndex();

    /// Begins with none.
    ///
    /// @param firstNumber of the segment's first record
    /// @param file for what is said of a damaged record
    /// @param appends whether it is this object that the segment's writer appends to
    public PublishedFrames(RecordFrames frames, long firstNumber, Path file, boolean appends) {
        this.frames = frames;
        this.firstNumber = firstNumber;
        this.file = file;
        this.appends = appends;
        this.nextNumber = new AtomicLong(firstNumber);
    }

    /// The number that the record behind the last one has or will have.
    public long nextNumber() {
        return nextNumber.getAcquire();
    }

    /// Where the record behind the last one stands or will stand.
    public long endPosition() {
        return endPosition.getAcquire();
    }

    SparseIndex index() {
        return index;
    }

    /// The length of the body of a record at its position, as of [RecordFrames#bodyBytes]. Beside the writer a record
    /// counts as published with its number, a moment after its frame: whoever has read it finds it in the count, too.
    public int bodyBytes(long position, long number) {
        int bodyBytes = frames.bodyBytes(position);
        return appends && bodyBytes >= 0 && number >= nextNumber() ? RecordFrames.UNPUBLISHED : bodyBytes;
    }

    /// Stores and publishes a record behind the last one, for which there is room, and returns its number. Allocates
    /// nothing.
    public long append(byte[] source, int offset, int bodyBytes) {
        long number = nextNumber();
        frames.write(endPosition(), number, source, offset, bodyBytes);
        extend(bodyBytes);
        return number;
    }

    /// Notes that one more record of that length stands at the end.
    void extend(int bodyBytes) {
        long number = nextNumber.getPlain();
        long position = endPosition.getPlain();
        index.add(number - firstNumber, position);
        endPosition.setRelease(position + RecordLogLayout.frameBytes(bodyBytes));
        nextNumber.setRelease(number + 1);
    }

    /// Walks over the records that were published since the last call. For readers beside a writer. Throws
    /// [CorruptRecordException] when a record has not the next number.
    public void advance() {
        for (int bytes = frames.bodyBytes(endPosition()); bytes >= 0; bytes = frames.bodyBytes(endPosition())) {
            if (frames.number(endPosition()) != nextNumber()) {
                throw new CorruptRecordException(file, nextNumber());
            }
            extend(bytes);
        }
    }

    /// Takes over what the end frame says.
    void jump(SparseIndex toIndex, long toPosition, long toNumber) {
        index = toIndex;
        endPosition.setRelease(toPosition);
        nextNumber.setRelease(toNumber);
    }

    /// Where a published record stands: at most 63 frames behind an index entry.
    public long positionOf(long number) {
        long recordIndex = number - firstNumber;
        long position = index.positionBefore(recordIndex);
        long steps = recordIndex % RecordLogLayout.INDEX_INTERVAL;
        for (long step = 0; step < steps; step++) {
            int bodyBytes = frames.bodyBytes(position);
            if (bodyBytes < 0) {
                throw new CorruptRecordException(file, number - steps + step);
            }
            position += RecordLogLayout.frameBytes(bodyBytes);
        }
        return position;
    }
}
