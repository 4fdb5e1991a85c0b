package io.m17.journal;

import java.io.IOException;

/// Takes blocks ahead of a log's writers, step by step, and faults their pages in, so that a full disk is an error here
/// and never a fault under a store. Confined to the holder of the log's lock.
final class Preallocation {
    private final MappedRegion region;
    private final Storage storage;
    private final int stepBytes;
    private long end;

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
        if (offset <= end) {
            return;
        }
        long missingBytes = offset - end;
        long steps = Math.ceilDiv(missingBytes, (long) stepBytes);
        long newEnd = Math.min(region.sizeBytes(), end + steps * stepBytes);
        storage.preallocate(region, end, newEnd - end);
        region.touch(end, newEnd - end);
        end = newEnd;
        KillPoint.ROOM_MADE.reached();
    }
}
