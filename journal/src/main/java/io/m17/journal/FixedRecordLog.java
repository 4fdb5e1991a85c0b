package io.m17.journal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// An append-only log of records of one size in one mapped file: record n stands at a computed offset.
///
/// Records are numbered 1, 2, 3, … and published by a release store of their checksum, so any number of readers, in
/// this process or another, see a record whole or not at all. Appending and reading allocate nothing and take no
/// lock, save where blocks are taken from the disk ahead of the writers.
///
/// Thread-safe. One process at a time writes a file; keeping a second out is the caller's part.
public final class FixedRecordLog implements AutoCloseable {
    private final MappedRegion region;
    private final FixedLogFile file;
    private final FixedLogLayout layout;
    private final FixedLogRecords records;
    private final LogMarks marks;
    private final RecoveryReport recovery;
    private final PublishedCount published;
    private final @Nullable FixedLogWriter writer;
    private final AtomicBoolean closed = new AtomicBoolean();

    private FixedRecordLog(
            FixedLogFile file, PublishedCount published, @Nullable FixedLogWriter writer, RecoveryReport recovery) {
        this.file = file;
        this.region = file.region();
        this.layout = file.layout();
        this.records = file.records();
        this.marks = new LogMarks(region, Storage.SYSTEM);
        this.published = published;
        this.writer = writer;
        this.recovery = recovery;
    }

    /// Opens the log, recovering it after a crash, or creates it. Throws [LogFormatException] when the file is another
    /// kind of log, [CorruptRecordException] when a record that had been forced is damaged.
    public static FixedRecordLog open(Path path, FixedLogOptions options) throws IOException {
        return open(path, options, Storage.SYSTEM);
    }

    /// The same on a storage.
    public static FixedRecordLog open(Path path, FixedLogOptions options, Storage storage) throws IOException {
        FixedLogFile file = FixedLogFile.open(path, options, storage);
        try {
            RecoveryReport recovery = FixedLogRecovery.recover(file, new LogMarks(file.region(), storage), storage);
            PublishedCount published = new PublishedCount(file.records(), recovery.records());
            FixedLogWriter writer = new FixedLogWriter(file, published, options, storage);
            return new FixedRecordLog(file, published, writer, recovery);
        } catch (IOException | RuntimeException e) {
            file.region().close();
            throw e;
        }
    }

    /// Opens an existing log for reading, beside a running writer or without one. Recovers nothing.
    public static FixedRecordLog openReadOnly(Path path, int kind) throws IOException {
        return openReadOnly(FixedLogFile.openReadOnly(path, kind));
    }

    /// The same, of an owner's log only.
    public static FixedRecordLog openReadOnly(Path path, int kind, LogOwner owner) throws IOException {
        FixedLogFile file = FixedLogFile.openReadOnly(path, kind);
        try {
            file.header().requireOwner(owner, path);
        } catch (RuntimeException e) {
            file.region().close();
            throw e;
        }
        return openReadOnly(file);
    }

    private static FixedRecordLog openReadOnly(FixedLogFile file) {
        try {
            LogMarks marks = new LogMarks(file.region(), Storage.SYSTEM);
            long known = Math.min(marks.requireDurable(), file.layout().capacityRecords());
            boolean clean = marks.state() != LogState.OPEN;
            RecoveryReport nothingDone = new RecoveryReport(file.region().file(), known, 0, 0, 0, clean);
            return new FixedRecordLog(file, new PublishedCount(file.records(), known), null, nothingDone);
        } catch (RuntimeException e) {
            file.region().close();
            throw e;
        }
    }

    /// Appends a body of `stride - 4` bytes, not all of them zero, and returns its number. Throws [LogFullException],
    /// [LogClosedException] or [LogFailedException].
    public long append(byte[] body) {
        if (body.length != layout.bodyBytes()) {
            throw new IllegalArgumentException("A body has its log's length [lengthBytes=%d, bodyBytes=%d]"
                    .formatted(body.length, layout.bodyBytes()));
        }
        return append(body, 0);
    }

    /// Appends the `stride - 4` bytes that begin at an index.
    public long append(byte[] source, int offset) {
        Objects.checkFromIndexSize(offset, layout.bodyBytes(), source.length);
        requireNotVoid(source, offset);
        return requireWriter().append(source, offset);
    }

    /// Appends the buffer's `stride - 4` bytes from its position on, and moves the position. A buffer without an array
    /// is copied first.
    public long append(ByteBuffer source) {
        int bodyBytes = layout.bodyBytes();
        if (source.hasArray()) {
            Objects.checkFromIndexSize(0, bodyBytes, source.remaining());
            long number = append(source.array(), source.arrayOffset() + source.position());
            source.position(source.position() + bodyBytes);
            return number;
        }
        byte[] body = new byte[bodyBytes];
        source.get(body);
        return append(body, 0);
    }

    /// Spends a number on nothing: the record is void.
    long appendVoid() {
        return requireWriter().appendVoid();
    }

    /// Copies a record's body to the start of the destination and returns true, or returns false when it is not
    /// published. A void record's body is zeros. Throws [CorruptRecordException] when the body does not fit its
    /// checksum, or was published and is zeros.
    public boolean read(long number, byte[] destination) {
        return read(number, destination, 0);
    }

    /// Copies a record's body to an index of the destination.
    public boolean read(long number, byte[] destination, int offset) {
        Objects.checkFromIndexSize(offset, layout.bodyBytes(), destination.length);
        if (!isPublished(number)) {
            if (isLost(number)) {
                throw new CorruptRecordException(region.file(), number);
            }
            return false;
        }
        if (!records.copy(number, destination, offset)) {
            throw new CorruptRecordException(region.file(), number);
        }
        return true;
    }

    /// Whether a record was published and is not any more: a page of zeros.
    private boolean isLost(long number) {
        return published.get() >= number && !records.isPublished(number); // it may have come between two looks
    }

    /// Whether a record can be read.
    public boolean isPublished(long number) {
        if (number < 1 || number > layout.capacityRecords()) {
            throw new IndexOutOfBoundsException("Records are numbered 1 to the capacity [number=%d, capacityRecords=%d]"
                    .formatted(number, layout.capacityRecords()));
        }
        return records.isPublished(number);
    }

    /// Whether a record is published and void: begun before a crash, never completed, its number spent.
    public boolean isVoid(long number) {
        return isPublished(number) && records.isBodyZero(number);
    }

    /// Whether a number was given and its record is not void; false for a number that there can never be. Says nothing
    /// of damage, which [#read(long, byte[])] does.
    public boolean holds(long number) {
        if (number < 1 || number > layout.capacityRecords()) {
            return false;
        }
        return records.isPublished(number) ? !records.isBodyZero(number) : isLost(number);
    }

    /// The highest n such that the records 1 … n are all published. Walks on from where the last call ended.
    public long count() {
        return published.get();
    }

    /// How many records are known to be on the disk.
    public long durableCount() {
        return Math.max(0, marks.durable());
    }

    /// Forces what is published to the disk, then moves the durable mark. The first failure is final: the log takes no
    /// more appends, as a disk that failed once may report success and not have written.
    public void force() {
        requireWriter().force();
    }

    /// Ends the log for good: forces it and takes no more appends, now and whenever it is opened again.
    public void seal() {
        requireWriter().seal();
    }

    /// Whether the log was sealed, by this process or before it was opened.
    public boolean isSealed() {
        return writer == null ? marks.state() == LogState.SEALED : writer.isSealed();
    }

    /// Checks every byte: header, records, and that nothing stands behind the end. Beside a running writer, and before
    /// recovery, what is behind the last record is not judged. At most 1000 faults.
    public List<LogFault> verify() throws IOException {
        return new FixedLogVerifier(file, marks).verify(count());
    }

    /// A tailer whose first record is the given one or the first behind it that is not void.
    public FixedLogTailer tailer(long fromNumber) {
        if (fromNumber < 1) {
            throw new IllegalArgumentException("Records are numbered from 1 [fromNumber=%d]".formatted(fromNumber));
        }
        return new FixedLogTailer(this, fromNumber);
    }

    /// What opening found and did.
    public RecoveryReport recovery() {
        return recovery;
    }

    public Path path() {
        return region.file();
    }

    public int bodyBytes() {
        return layout.bodyBytes();
    }

    public long capacityRecords() {
        return layout.capacityRecords();
    }

    /// The mapped file, for readers that check nothing; valid until the log is closed.
    public MemorySegment segment() {
        return region.segment();
    }

    /// Where a record's body begins in the segment.
    public long bodyOffset(long number) {
        return layout.offsetOf(number) + FixedLogLayout.BODY;
    }

    /// Forces the log, marks it closed and unmaps it. A log that failed is left for recovery.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            if (writer != null) {
                writer.close();
            }
        } finally {
            region.close();
        }
    }

    private FixedLogWriter requireWriter() {
        if (writer == null) {
            throw new LogClosedException(region.file(), LogAccess.READ_ONLY);
        }
        return writer;
    }

    private void requireNotVoid(byte[] source, int offset) {
        for (int i = offset; i < offset + layout.bodyBytes(); i++) {
            if (source[i] != 0) {
                return;
            }
        }
        throw new IllegalArgumentException("A body of zeros is what a void record has, append something else");
    }
}
