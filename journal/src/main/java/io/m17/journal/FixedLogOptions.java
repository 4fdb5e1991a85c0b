package io.m17.journal;

/// How a fixed-stride log is created and written. Of a file that exists, kind, stride and owner must fit and the file's
/// own capacity holds.
///
/// @param kind the caller's number for what the log holds
/// @param strideBytes bytes a record with its 4-byte checksum; a multiple of 8 from 16 to 65536
/// @param capacityRecords records the file has room for, at most 2^32 - 1
/// @param owner the caller's bytes in the header
/// @param flush when the log forces itself
/// @param preallocateBytes step in which blocks are taken ahead of the writers, a multiple of 4096
public record FixedLogOptions(
        int kind, int strideBytes, long capacityRecords, LogOwner owner, FlushPolicy flush, int preallocateBytes) {
    private static final int DEFAULT_PREALLOCATE_BYTES = 1 << 20;

    public FixedLogOptions {
        Preallocation.requireStep(preallocateBytes);
        FixedLogLayout.requireFits(strideBytes, capacityRecords);
    }

    /// No owner, forced on request, preallocated by 1 MiB.
    public static FixedLogOptions of(int kind, int strideBytes, long capacityRecords) {
        return new FixedLogOptions(
                kind, strideBytes, capacityRecords, LogOwner.NONE, FlushPolicy.ON_REQUEST, DEFAULT_PREALLOCATE_BYTES);
    }

    public FixedLogOptions withOwner(LogOwner newOwner) {
        return new FixedLogOptions(kind, strideBytes, capacityRecords, newOwner, flush, preallocateBytes);
    }

    public FixedLogOptions withFlush(FlushPolicy newFlush) {
        return new FixedLogOptions(kind, strideBytes, capacityRecords, owner, newFlush, preallocateBytes);
    }

    public FixedLogOptions withPreallocateBytes(int newPreallocateBytes) {
        return new FixedLogOptions(kind, strideBytes, capacityRecords, owner, flush, newPreallocateBytes);
    }

    FixedLogLayout layout() {
        return new FixedLogLayout(strideBytes, capacityRecords);
    }

    LogHeader header() {
        return new LogHeader(FixedLogLayout.MAGIC, kind, strideBytes, capacityRecords, 1, 0, owner);
    }
}
