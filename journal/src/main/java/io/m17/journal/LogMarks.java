package io.m17.journal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/// The marks in a log file's header. Loads acquire, stores release; single writer: the log's, under its lock.
final class LogMarks {
    private static final VarHandle LONG =
            ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();

    private final MappedRegion region;
    private final MemorySegment segment;
    private final Storage storage;

    LogMarks(MappedRegion region, Storage storage) {
        this.region = region;
        this.segment = region.segment();
        this.storage = storage;
    }

    /// How many of the file's records are known to be on the disk. [Mark#DAMAGED] when it does not fit its checksum.
    long durable() {
        return load(LogHeaderLayout.DURABLE_MARK);
    }

    /// The same, where a damaged mark is an error.
    long requireDurable() {
        long durable = durable();
        if (durable == Mark.DAMAGED) {
            throw new LogFormatException(region.file(), "its durable mark does not fit its checksum");
        }
        return durable;
    }

    void storeDurable(long value) {
        store(LogHeaderLayout.DURABLE_MARK, value);
    }

    boolean isStateDamaged() {
        return LogState.of(load(LogHeaderLayout.STATE_MARK)) == null;
    }

    /// The state; a damaged mark promises nothing and reads as open.
    LogState state() {
        return Objects.requireNonNullElse(LogState.of(load(LogHeaderLayout.STATE_MARK)), LogState.OPEN);
    }

    void storeState(LogState state) {
        store(LogHeaderLayout.STATE_MARK, state.code());
    }

    /// Where a variable log's end frame stands, in units of 8 bytes, or [Mark#DAMAGED].
    long end() {
        return load(LogHeaderLayout.END_MARK);
    }

    void storeEnd(long value) {
        store(LogHeaderLayout.END_MARK, value);
    }

    /// Writes the header page to the disk.
    void force() throws IOException {
        storage.force(region, 0, LogHeaderLayout.LENGTH_BYTES);
    }

    private long load(int offset) {
        return Mark.value(offset, (long) LONG.getAcquire(segment, (long) offset));
    }

    private void store(int offset, long value) {
        LONG.setRelease(segment, (long) offset, Mark.word(offset, value));
    }
}
