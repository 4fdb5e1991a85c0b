package io.m17.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An append-only log of records of any length, in segments: `audit.log`, `audit.log.1`, `audit.log.2`, …
///
/// Records are numbered 1, 2, 3, … across the segments and published by a release store of their length, so any
/// number of readers, in this process or another, see a record whole or not at all. A record is found by its number
/// in constant time. Appending allocates nothing; appenders take turns on one lock, readers take none that an
/// appender waits for. A segment is forced as a whole when the log goes on to the next.
///
/// Thread-safe. One process at a time writes a log; keeping a second out is the caller's part.
public final class RecordLog implements AutoCloseable {
    private final SegmentFiles files;
    private final SegmentChain chain;
    private final RecordLogOptions options;
    private final Storage storage;
    private final RecoveryReport recovery;
    private final Object writeLock = new Object();

    private volatile @Nullable SegmentWriter writer;
    private volatile @Nullable Throwable failure;
    private volatile LogAccess access;

    private RecordLog(
            SegmentChain chain, SegmentFiles files, RecordLogOptions options, Storage storage, RecoveryReport done) {
        this.chain = chain;
        this.files = files;
        this.options = options;
        this.storage = storage;
        this.recovery = done;
        this.access = LogAccess.READ_ONLY;
    }

    /// Opens the log, recovering it after a crash, or creates it. Throws [LogFormatException] when a file is
    /// another kind of log, [CorruptRecordException] when a record that had been forced is damaged.
    public static RecordLog open(Path base, RecordLogOptions options) throws IOException {
        return open(base, options, Storage.SYSTEM);
    }

    /// The same on a storage.
    public static RecordLog open(Path base, RecordLogOptions options, Storage storage) throws IOException {
        SegmentFiles files = new SegmentFiles(base, storage);
        TreeMap<Long, Long> found = files.discover(options.kind(), options.owner());
        Segment last = found.isEmpty()
                ? Segment.create(files.path(0), options.header(1, 0), storage)
                : Segment.open(files.path(found.lastKey()), false, storage);
        try {
            RecoveryReport recovery = SegmentRecovery.recover(last, storage);
            RecordLog log = new RecordLog(new SegmentChain(files, found, last), files, options, storage, recovery);
            log.writer = new SegmentWriter(last, storage, options.preallocateBytes());
            log.access = log.isSealed() ? LogAccess.SEALED : LogAccess.APPENDABLE;
            return log;
        } catch (IOException | RuntimeException e) {
            last.close();
            throw e;
        }
    }

    /// Opens an existing log for reading, beside a running writer or without one. Recovers nothing.
    public static RecordLog openReadOnly(Path base, int kind, LogOwner owner) throws IOException {
        SegmentFiles files = new SegmentFiles(base, Storage.SYSTEM);
        TreeMap<Long, Long> found = files.discover(kind, owner);
        if (found.isEmpty()) {
            throw new NoSuchFileException(base.toString());
        }
        Segment last = Segment.open(files.path(found.lastKey()), true, Storage.SYSTEM);
        try {
            SegmentChain chain = new SegmentChain(files, found, last);
            chain.refresh();
            requireDurable(chain.last());
            long records = chain.last().nextNumber() - 1;
            boolean clean = chain.last().marks().state() != LogState.OPEN;
            RecoveryReport nothingDone = new RecoveryReport(last.path(), records, 0, 0, 0, clean);
            RecordLogOptions options = RecordLogOptions.of(kind).withOwner(owner);
            return new RecordLog(chain, files, options, Storage.SYSTEM, nothingDone);
        } catch (IOException | RuntimeException e) {
            last.close();
            throw e;
        }
    }

    /// A log that ends before its durable mark has lost what had been forced; it is not served as a shorter one.
    private static void requireDurable(Segment last) {
        if (last.records() < last.marks().durable()) {
            throw new CorruptRecordException(last.path(), last.nextNumber());
        }
    }

    /// Appends a body and returns its number. Throws [LogFullException], [LogClosedException] or [LogFailedException].
    public long append(byte[] body) {
        return append(body, 0, body.length);
    }

    /// Appends a part of an array.
    public long append(byte[] source, int offset, int lengthBytes) {
        Objects.checkFromIndexSize(offset, lengthBytes, source.length);
        if (lengthBytes > options.maxRecordBytes()) {
            throw new IllegalArgumentException(
                    "A body is no longer than its log allows [lengthBytes=%d, maxRecordBytes=%d]"
                            .formatted(lengthBytes, options.maxRecordBytes()));
        }
        long number;
        synchronized (writeLock) {
            try {
                number = writerFor(lengthBytes).append(source, offset, lengthBytes);
            } catch (DiskFullException e) {
                throw new LogFullException(files.base(), e);
            } catch (IOException | InternalError e) { // InternalError: the page under the record is gone
                throw fail(e);
            }
        }
        if (options.flush().isDue(number)) {
            force();
        }
        return number;
    }

    /// Appends what remains in the buffer, and moves its position. A buffer without an array is copied first.
    public long append(ByteBuffer source) {
        if (source.hasArray()) {
            long number = append(source.array(), source.arrayOffset() + source.position(), source.remaining());
            source.position(source.limit());
            return number;
        }
        byte[] body = new byte[source.remaining()];
        source.get(body);
        return append(body);
    }

    /// The body of a record. Throws `IndexOutOfBoundsException` when there is none of that number here, or not yet, and
    /// [CorruptRecordException] when it does not fit its checksum.
    public byte[] read(long number) {
        Segment segment = acquireFor(number);
        try {
            long position = segment.positionOf(number);
            byte[] body = new byte[requireRecord(segment, position, number)];
            copy(segment, position, number, body);
            return body;
        } finally {
            segment.region().release();
        }
    }

    /// Puts the body of a record into the buffer, moves the position and returns the body's length.
    public int read(long number, ByteBuffer destination) {
        byte[] body = read(number);
        destination.put(body);
        return body.length;
    }

    /// The number of the last record published, or one less than the first when there is none.
    public long count() {
        refresh();
        return chain.last().nextNumber() - 1;
    }

    /// The number of the first record that is still here: 1, unless old segments were moved away.
    public long firstNumber() {
        return chain.firstNumber();
    }

    /// Up to which number records are known to be on the disk.
    public long durableCount() {
        refresh();
        Segment last = chain.last();
        return last.firstNumber() - 1 + Math.max(0, last.marks().durable());
    }

    /// Hands all records from a number on, up to the last that is published, to the consumer.
    public void forEach(long from, RecordConsumer consumer) {
        try (RecordLogTailer tailer = tailer(from)) {
            while (tailer.poll()) {
                consumer.accept(tailer.number(), tailer.body());
            }
        }
    }

    /// A tailer whose first record is the given one, which may be one to come. The caller closes it.
    public RecordLogTailer tailer(long from) {
        if (from < firstNumber()) {
            throw new IndexOutOfBoundsException(
                    "The log begins later [file=%s, from=%d, first=%d]".formatted(files.base(), from, firstNumber()));
        }
        long start = Math.min(from, count());
        if (start < firstNumber()) {
            Segment first = chain.last();
            first.region().acquire();
            return new RecordLogTailer(this, first, LogHeaderLayout.LENGTH_BYTES, first.firstNumber(), from);
        }
        Segment segment = acquireFor(start);
        return new RecordLogTailer(this, segment, segment.positionOf(start), start, from);
    }

    /// Forces what is published to the disk, then moves the durable mark. The first failure is final: the log takes no
    /// more appends, as a disk that failed once may report success and not have written.
    public void force() {
        requireNotFailed();
        try {
            requireWriter().force();
        } catch (IOException e) {
            throw fail(e);
        }
    }

    /// Takes blocks for records to come and faults their pages in, a preallocation step beyond the last record, so that
    /// appends find them ready and none pays for it. For a thread beside the writers, over and over; returns at once
    /// when all is ready. Throws what an append throws.
    public void touchAhead() {
        requireAppendable();
        try {
            requireWriter().touchAhead();
        } catch (DiskFullException e) {
            throw new LogFullException(files.base(), e);
        } catch (IOException | InternalError e) { // InternalError: the page that was touched is gone
            throw fail(e);
        }
    }

    /// Ends the log for good: forces it and takes no more appends, now and whenever it is opened again.
    public void seal() {
        synchronized (writeLock) {
            requireAppendable();
            end(LogState.SEALED);
            access = LogAccess.SEALED;
        }
    }

    public boolean isSealed() {
        return chain.last().marks().state() == LogState.SEALED;
    }

    /// Checks every byte of every segment, and that each continues the one before. Beside a running writer, and before
    /// recovery, what is behind the last record is not judged. At most 1000 faults a segment.
    public List<LogFault> verify() throws IOException {
        refresh();
        return SegmentVerifier.verify(chain.indices().stream().map(files::path).toList(), firstNumber());
    }

    /// What opening found and did.
    public RecoveryReport recovery() {
        return recovery;
    }

    public Path path() {
        return files.base();
    }

    /// Forces the log, marks it closed and unmaps it. A log that failed is left for recovery.
    @Override
    public void close() {
        synchronized (writeLock) {
            if (access == LogAccess.CLOSED) {
                return;
            }
            boolean appendable = access == LogAccess.APPENDABLE;
            access = LogAccess.CLOSED;
            try {
                if (appendable && failure == null && chain.last().marks().state() == LogState.OPEN) {
                    end(LogState.CLOSED);
                }
            } finally {
                chain.close();
            }
        }
    }

    /// For tailers: a segment by its index, with a reference to its region, or null when there is none yet.
    @Nullable
    Segment acquireSegment(long index) throws IOException {
        refresh();
        return chain.acquireSegment(index);
    }

    private SegmentWriter writerFor(int lengthBytes) throws IOException {
        requireAppendable();
        SegmentWriter current = requireWriter();
        if (!current.isEnded() && current.segment().fits(lengthBytes)) {
            return current;
        }
        if (current.segment().records() == 0) {
            throw new IllegalArgumentException(
                    "The open segment was made for shorter records [lengthBytes=%d, limit=%d]"
                            .formatted(lengthBytes, current.segment().header().recordLimitBytes()));
        }
        return roll(current);
    }

    /// The end of a segment is on the disk before the next one exists.
    private SegmentWriter roll(SegmentWriter current) throws IOException {
        if (!current.isEnded()) {
            current.end(LogState.ROLLED);
        }
        KillPoint.SEGMENT_ROLLED.reached();
        Segment previous = current.segment();
        long index = previous.header().segment() + 1;
        Segment next = Segment.create(files.path(index), options.header(previous.nextNumber(), index), storage);
        KillPoint.SEGMENT_CREATED.reached();
        chain.append(next);
        SegmentWriter following = new SegmentWriter(next, storage, options.preallocateBytes());
        writer = following;
        return following;
    }

    private void end(LogState state) {
        try {
            requireWriter().end(state);
        } catch (DiskFullException e) {
            throw new LogFullException(files.base(), e);
        } catch (IOException e) {
            throw fail(e);
        }
    }

    private Segment acquireFor(long number) {
        try {
            if (number >= chain.last().nextNumber()) {
                refresh();
            }
            return chain.acquireFor(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refresh() {
        if (writer != null) {
            return;
        }
        try {
            chain.refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int requireRecord(Segment segment, long position, long number) {
        int bodyBytes = segment.frames().bodyBytes(position);
        if (bodyBytes < 0) {
            throw new CorruptRecordException(segment.path(), number);
        }
        return bodyBytes;
    }

    private static void copy(Segment segment, long position, long number, byte[] body) {
        if (!segment.frames().copy(position, number, body.length, body, 0)) {
            throw new CorruptRecordException(segment.path(), number);
        }
    }

    private SegmentWriter requireWriter() {
        SegmentWriter current = writer;
        if (current == null) {
            throw new LogClosedException(files.base(), LogAccess.READ_ONLY);
        }
        return current;
    }

    private void requireAppendable() {
        requireNotFailed();
        LogAccess now = access;
        if (now != LogAccess.APPENDABLE) {
            throw new LogClosedException(files.base(), now);
        }
    }

    private void requireNotFailed() {
        Throwable cause = failure;
        if (cause != null) {
            throw new LogFailedException(files.base(), cause);
        }
    }

    private LogFailedException fail(Throwable cause) {
        failure = cause;
        return new LogFailedException(files.base(), cause);
    }
}
