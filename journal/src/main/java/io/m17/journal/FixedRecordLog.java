package io.m17.journal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// An append-only log of records of one size in one mapped file: record n stands at a computed offset.
///
/// Records are numbered 1, 2, 3, … and published by a release store of their checksum, so any number of readers, in
/// this
/// process or another, see a record whole or not at all. Appending and reading allocate nothing and take no lock, save
/// where blocks are taken from the disk ahead of the writers.
///
/// Thread-safe. One process at a time writes a file; keeping a second out is the caller's part.
public final class FixedRecordLog implements AutoCloseable {
    private static final long APPENDS_REFUSED = Long.MIN_VALUE;
    private static final int DRAIN_ROUNDS = 10_000;
    private static final long DRAIN_PAUSE_NS = 1_000_000;

    private final MappedRegion region;
    private final FixedLogFile file;
    private final FixedLogLayout layout;
    private final FixedLogRecords records;
    private final LogMarks marks;
    private final Disk disk;
    private final FlushPolicy flush;
    private final @Nullable Preallocation preallocation;
    private final RecoveryReport recovery;

    /// Numbers given out; with the sign bit set, none are given out any more.
    private final AtomicLong reservations;
    /// All records up to this one are published; a lower bound, moved on by whoever counts.
    private final AtomicLong published;

    private final Object roomLock = new Object();
    private final Object forceLock = new Object();
    private volatile long roomRecords;
    private volatile @Nullable Throwable failure;
    private volatile boolean sealed;
    private final AtomicBoolean closed = new AtomicBoolean();

    private FixedRecordLog(
            FixedLogFile file, Disk disk, FlushPolicy flush, int preallocateBytes, RecoveryReport recovery) {
        this.file = file;
        this.region = file.region();
        this.layout = file.layout();
        this.records = new FixedLogRecords(layout, region.segment());
        this.marks = new LogMarks(region, disk);
        this.disk = disk;
        this.flush = flush;
        this.recovery = recovery;
        long count = recovery.records();
        this.preallocation =
                region.isReadOnly() ? null : new Preallocation(region, disk, preallocateBytes, layout.endOf(count));
        this.roomRecords = count;
        this.published = new AtomicLong(count);
        this.sealed = marks.state() == LogState.SEALED;
        this.reservations = new AtomicLong(region.isReadOnly() || sealed ? count | APPENDS_REFUSED : count);
    }

    /// Opens the log, recovering it after a crash, or creates it. Throws [LogFormatException] when the file is another
    /// kind of log, [CorruptRecordException] when a record that had been forced is damaged.
    public static FixedRecordLog open(Path path, FixedLogOptions options) throws IOException {
        return open(path, options, Disk.SYSTEM);
    }

    static FixedRecordLog open(Path path, FixedLogOptions options, Disk disk) throws IOException {
        FixedLogFile file = FixedLogFile.open(path, options, disk);
        try {
            RecoveryReport recovery = FixedLogRecovery.recover(file, new LogMarks(file.region(), disk), disk);
            return new FixedRecordLog(file, disk, options.flush(), options.preallocateBytes(), recovery);
        } catch (IOException | RuntimeException e) {
            file.region().close();
            throw e;
        }
    }

    /// Opens an existing log for reading, beside a running writer or without one. Recovers nothing.
    public static FixedRecordLog openReadOnly(Path path, int kind) throws IOException {
        FixedLogFile file = FixedLogFile.openReadOnly(path, kind);
        try {
            LogMarks marks = new LogMarks(file.region(), Disk.SYSTEM);
            long known = Math.min(marks.requireDurable(), file.layout().capacityRecords());
            boolean clean = marks.state() != LogState.OPEN;
            RecoveryReport nothingDone = new RecoveryReport(path, known, 0, 0, 0, clean);
            return new FixedRecordLog(file, Disk.SYSTEM, FlushPolicy.ON_REQUEST, Posix.PAGE_BYTES, nothingDone);
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
        long number = reserve();
        try {
            records.write(number, source, offset);
        } catch (InternalError e) { // the page under the record is gone
            throw fail(e);
        }
        if (flush.isDue(number)) {
            force();
        }
        return number;
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
        long number = reserve();
        records.makeVoid(number);
        return number;
    }

    /// Copies a record's body to the start of the destination and returns true, or returns false when it is not
    /// published.
    /// A void record's body is zeros. Throws [CorruptRecordException] when the body does not fit its checksum.
    public boolean read(long number, byte[] destination) {
        return read(number, destination, 0);
    }

    /// Copies a record's body to an index of the destination.
    public boolean read(long number, byte[] destination, int offset) {
        Objects.checkFromIndexSize(offset, layout.bodyBytes(), destination.length);
        if (!isPublished(number)) {
            return false;
        }
        if (!records.copy(number, destination, offset)) {
            throw new CorruptRecordException(region.file(), number);
        }
        return true;
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

    /// The highest n such that the records 1 … n are all published. Walks on from where the last call ended.
    public long count() {
        long known = published.getAcquire();
        long count = known;
        while (count < layout.capacityRecords() && records.isPublished(count + 1)) {
            count++;
        }
        if (count > known) {
            published.setRelease(count);
        }
        return count;
    }

    /// How many records are known to be on the disk.
    public long durableCount() {
        return Math.max(0, marks.durable());
    }

    /// Forces what is published to the disk, then moves the durable mark. The first failure is final: the log takes no
    /// more appends, as a disk that failed once may report success and not have written.
    public void force() {
        synchronized (forceLock) {
            requireNotFailed();
            requireWritable();
            long from = marks.requireDurable();
            long count = count();
            if (count == from) {
                return;
            }
            try {
                disk.force(region, layout.endOf(from), layout.endOf(count) - layout.endOf(from));
                marks.storeDurable(count);
                marks.force();
            } catch (IOException e) {
                throw fail(e);
            }
        }
    }

    /// Ends the log for good: forces it and takes no more appends, now and whenever it is opened again.
    public void seal() {
        requireWritable();
        finish(LogState.SEALED);
        sealed = true;
    }

    /// Whether the log was sealed, by this process or before it was opened.
    public boolean isSealed() {
        return sealed;
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
            if (!region.isReadOnly() && failure == null && marks.state() == LogState.OPEN) {
                finish(LogState.CLOSED);
            }
            refuseAppends();
        } finally {
            region.close();
        }
    }

    private void finish(LogState state) {
        refuseAppends();
        requireNotFailed();
        awaitAppenders();
        synchronized (forceLock) {
            force();
            marks.storeState(state);
            try {
                marks.force();
            } catch (IOException e) {
                throw fail(e);
            }
        }
    }

    private void awaitAppenders() {
        long reserved = reservations.get() & ~APPENDS_REFUSED;
        for (int round = 0; count() < reserved; round++) {
            if (round == DRAIN_ROUNDS) {
                throw fail(new IllegalStateException(
                        "A record was begun and never published [reserved=%d, count=%d]".formatted(reserved, count())));
            }
            LockSupport.parkNanos(DRAIN_PAUSE_NS);
        }
    }

    private long reserve() {
        for (; ; ) { // ends: a failed exchange means that another writer got that number
            long reserved = reservations.get();
            if (reserved < 0) {
                throw refusal();
            }
            if (reserved >= roomRecords) {
                makeRoom(reserved + 1);
            }
            if (reservations.compareAndSet(reserved, reserved + 1)) {
                return reserved + 1;
            }
        }
    }

    private void makeRoom(long number) {
        synchronized (roomLock) {
            if (number <= roomRecords) {
                return;
            }
            if (number > layout.capacityRecords()) {
                throw new LogFullException(region.file(), layout.capacityRecords());
            }
            Preallocation blocks = Objects.requireNonNull(preallocation);
            try {
                blocks.reach(layout.endOf(number));
                markOpen();
            } catch (DiskFullException e) {
                throw new LogFullException(region.file(), e);
            } catch (IOException e) {
                throw fail(e);
            }
            roomRecords = layout.recordsBefore(blocks.end());
        }
    }

    /// On the disk before the first store behind the durable mark, so that no crash is taken for a clean end.
    private void markOpen() throws IOException {
        if (marks.state() != LogState.OPEN) {
            marks.storeState(LogState.OPEN);
            marks.force();
        }
    }

    private void refuseAppends() {
        reservations.getAndUpdate(value -> value | APPENDS_REFUSED);
    }

    private LogFailedException fail(Throwable cause) {
        failure = cause;
        refuseAppends();
        return new LogFailedException(region.file(), cause);
    }

    private void requireWritable() {
        if (region.isReadOnly()) {
            throw new LogClosedException(region.file(), LogAccess.READ_ONLY);
        }
    }

    private void requireNotFailed() {
        Throwable cause = failure;
        if (cause != null) {
            throw new LogFailedException(region.file(), cause);
        }
    }

    private JournalException refusal() {
        requireNotFailed();
        requireWritable();
        return new LogClosedException(region.file(), sealed ? LogAccess.SEALED : LogAccess.CLOSED);
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
