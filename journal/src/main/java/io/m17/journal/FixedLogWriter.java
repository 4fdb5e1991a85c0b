package io.m17.journal;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Gives out numbers, makes room ahead of them, stores records, forces them and ends the log.
///
/// Thread-safe. Appending allocates nothing and takes no lock, save where blocks are taken from the disk. A number is
/// given out only when its record has room, so no number is lost to a full disk.
final class FixedLogWriter {
    private static final int DRAIN_ROUNDS = 10_000;
    private static final long DRAIN_PAUSE_NS = 1_000_000;

    private final MappedRegion region;
    private final FixedLogLayout layout;
    private final FixedLogRecords records;
    private final PublishedCount published;
    private final LogMarks marks;
    private final Storage storage;
    private final FlushPolicy flush;
    private final Preallocation preallocation;

    private final Reservations reservations;
    private final Object roomLock = new Object();
    private final Object forceLock = new Object();
    private volatile long roomRecords;
    private volatile boolean sealed;
    private volatile @Nullable Throwable failure;

    FixedLogWriter(FixedLogFile file, PublishedCount published, FixedLogOptions options, Storage storage) {
        this.region = file.region();
        this.layout = file.layout();
        this.records = file.records();
        this.published = published;
        this.marks = new LogMarks(region, storage);
        this.storage = storage;
        this.flush = options.flush();
        long count = published.get();
        this.preallocation = new Preallocation(region, storage, options.preallocateBytes(), layout.endOf(count));
        this.roomRecords = count;
        this.sealed = marks.state() == LogState.SEALED;
        this.reservations = new Reservations(count);
        if (sealed) {
            reservations.refuse();
        }
    }

    /// Appends a body that is not all zero and returns its number.
    long append(byte[] source, int offset) {
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

    /// Spends a number on nothing: the record is void.
    long appendVoid() {
        long number = reserve();
        records.makeVoid(number);
        return number;
    }

    /// Forces every record whose append has returned, then moves the durable mark. The first failure is final.
    ///
    /// Records are published in any order, and the mark counts without a gap: one that is behind a record still being
    /// stored is waited for.
    void force() {
        synchronized (forceLock) {
            requireNotFailed();
            long from = marks.requireDurable();
            awaitAppenders();
            long count = published.get();
            if (count == from) {
                return;
            }
            try {
                storage.force(region, layout.endOf(from), layout.endOf(count) - layout.endOf(from));
                KillPoint.RECORDS_FORCED.reached();
                marks.storeDurable(count);
                KillPoint.DURABLE_MARKED.reached();
                marks.force();
            } catch (IOException e) {
                throw fail(e);
            }
        }
    }

    void seal() {
        end(LogState.SEALED);
        sealed = true;
    }

    boolean isSealed() {
        return sealed;
    }

    /// Ends in order what was begun; a log that failed is left for recovery.
    void close() {
        reservations.refuse();
        if (failure == null && isOpen()) {
            end(LogState.CLOSED);
        }
    }

    private void end(LogState state) {
        reservations.refuse();
        requireNotFailed();
        awaitAppenders();
        synchronized (forceLock) {
            force();
            marks.storeState(state);
            KillPoint.LOG_ENDED.reached();
            try {
                marks.force();
            } catch (IOException e) {
                throw fail(e);
            }
        }
    }

    private void awaitAppenders() {
        long reserved = reservations.count();
        for (int round = 0; published.get() < reserved; round++) {
            requireNotFailed();
            if (round == DRAIN_ROUNDS) {
                throw fail(new IllegalStateException("A record was begun and never published [reserved=%d, count=%d]"
                        .formatted(reserved, published.get())));
            }
            LockSupport.parkNanos(DRAIN_PAUSE_NS);
        }
    }

    private long reserve() {
        for (; ; ) { // ends: making room fails when the log is full
            long number = reservations.take(roomRecords);
            if (number > 0) {
                return number;
            }
            if (number == Reservations.REFUSED) {
                throw refusal();
            }
            makeRoom(reservations.count() + 1);
        }
    }

    private void makeRoom(long number) {
        synchronized (roomLock) {
            if (number <= roomRecords) {
                return;
            }
            if (reservations.isRefused()) {
                throw refusal();
            }
            if (number > layout.capacityRecords()) {
                throw new LogFullException(region.file(), layout.capacityRecords());
            }
            try {
                preallocation.reach(layout.endOf(number));
                markOpen();
            } catch (DiskFullException e) {
                throw new LogFullException(region.file(), e);
            } catch (IOException e) {
                throw fail(e);
            }
            roomRecords = layout.recordsBefore(preallocation.end());
        }
    }

    private boolean isOpen() {
        synchronized (roomLock) {
            return marks.state() == LogState.OPEN;
        }
    }

    /// On the disk before the first store behind the durable mark, so that no crash is taken for a clean end.
    private void markOpen() throws IOException {
        if (marks.state() != LogState.OPEN) {
            marks.storeState(LogState.OPEN);
            KillPoint.LOG_REOPENED.reached();
            marks.force();
        }
    }

    private LogFailedException fail(Throwable cause) {
        failure = cause;
        reservations.refuse();
        return new LogFailedException(region.file(), cause);
    }

    private void requireNotFailed() {
        Throwable cause = failure;
        if (cause != null) {
            throw new LogFailedException(region.file(), cause);
        }
    }

    private JournalException refusal() {
        requireNotFailed();
        return new LogClosedException(region.file(), sealed ? LogAccess.SEALED : LogAccess.CLOSED);
    }
}
