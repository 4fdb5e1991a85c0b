package io.m17.journal;

import java.io.IOException;

/// Takes blocks ahead of a log's writers, step by step, and faults their pages in, so that a full disk is an error here
/// and never a fault under a store. Thread-safe: who writes and who touches ahead of the writer take turns, and the
/// writer waits only when it has caught up.
final class Preallocation {
    private final MappedRegion region;
    private final Storage storage;
    private final int stepBytes;
    private volatile long end;

    /// @param end where the file's content ends; what lies before it has its blocks
    Preallocation(MappedRegion region, Storage storage, int stepBytes, long end) {
        this.region = region;
        this.storage = storage;
        this.stepBytes = stepBytes;
        this.end = end - end % Posix.PAGE_BYTES;
    }

    static void requireStep(int stepBytes) {
        if (stepBytes < Posix.PAGE_BYTES || stepBytes % Posix.PAGE_BYTES != 0) {
            throw new IllegalArgumentException(
                    "A preallocation step is a multiple of 4096 [preallocateBytes=%d]".formatted(stepBytes));
        }
    }

    /// The offset up to which the file has blocks.
    long end() {
        return end;
    }

    /// Gives everything before an offset blocks. Throws [DiskFullException] and keeps what it has when there are none.
    void reach(long offset) throws IOException {
        if (offset > end) {
            extend(offset);
        }
    }

    /// Takes the next steps early: at least one step behind an offset is ready then, or all that the file has.
    void reachAhead(long offset) throws IOException {
        reach(Math.min(region.sizeBytes(), offset + stepBytes));
    }

    private synchronized void extend(long offset) throws IOException {
        long from = end;
        if (offset <= from) {
            return;
        }
        long steps = Math.ceilDiv(offset - from, (long) stepBytes);
        long to = Math.min(region.sizeBytes(), from + steps * stepBytes);
        storage.preallocate(region, from, to - from);
        region.touch(from, to - from);
        end = to;
        KillPoint.ROOM_MADE.reached();
    }
}
