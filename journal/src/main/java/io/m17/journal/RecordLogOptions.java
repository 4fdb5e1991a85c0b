package io.m17.journal;

/// How a variable-length log is created and written. Of segments that exist, kind and owner must fit and their own
/// sizes hold; sizes here are those of new segments.
///
/// @param kind the caller's number for what the log holds
/// @param maxRecordBytes longest body
/// @param segmentBytes length of a segment file, a multiple of 4096 from 8 KiB to 1 GiB
/// @param owner the caller's bytes in the header
/// @param flush when the log forces itself
/// @param preallocateBytes step in which blocks are taken ahead of the writers, a multiple of 4096
public record RecordLogOptions(
        int kind, int maxRecordBytes, int segmentBytes, LogOwner owner, FlushPolicy flush, int preallocateBytes) {
    private static final int DEFAULT_STEP_BYTES = 1 << 20;
    private static final int DEFAULT_SEGMENT_BYTES = 64 << 20;

    public RecordLogOptions {
        Preallocation.requireStep(preallocateBytes);
        if (segmentBytes < RecordLogLayout.MIN_SEGMENT_BYTES
                || segmentBytes > RecordLogLayout.MAX_SEGMENT_BYTES
                || segmentBytes % Posix.PAGE_BYTES != 0) {
            throw new IllegalArgumentException(
                    "A segment is a multiple of 4096 from 8192 to 2^30 [segmentBytes=%d]".formatted(segmentBytes));
        }
        int longest = RecordLogLayout.maxBodyBytes(segmentBytes);
        if (maxRecordBytes < 0 || maxRecordBytes > longest) {
            throw new IllegalArgumentException(
                    "A record fits into a segment [maxRecordBytes=%d, longest=%d]".formatted(maxRecordBytes, longest));
        }
    }

    /// Records up to 1 MiB, segments of 64 MiB, no owner, forced on request, preallocated by 1 MiB.
    public static RecordLogOptions of(int kind) {
        return new RecordLogOptions(
                kind,
                DEFAULT_STEP_BYTES,
                DEFAULT_SEGMENT_BYTES,
                LogOwner.NONE,
                FlushPolicy.ON_REQUEST,
                DEFAULT_STEP_BYTES);
    }

    public RecordLogOptions withSizes(int newMaxRecordBytes, int newSegmentBytes) {
        return new RecordLogOptions(kind, newMaxRecordBytes, newSegmentBytes, owner, flush, preallocateBytes);
    }

    public RecordLogOptions withOwner(LogOwner newOwner) {
        return new RecordLogOptions(kind, maxRecordBytes, segmentBytes, newOwner, flush, preallocateBytes);
    }

    public RecordLogOptions withFlush(FlushPolicy newFlush) {
        return new RecordLogOptions(kind, maxRecordBytes, segmentBytes, owner, newFlush, preallocateBytes);
    }

    public RecordLogOptions withPreallocateBytes(int newPreallocateBytes) {
        return new RecordLogOptions(kind, maxRecordBytes, segmentBytes, owner, flush, newPreallocateBytes);
    }

    LogHeader header(long firstNumber, long segment) {
        return new LogHeader(RecordLogLayout.MAGIC, kind, maxRecordBytes, segmentBytes, firstNumber, segment, owner);
    }
}
