package io.m17.journal;

/// Where frames stand in a segment of a variable-length log: behind the 4096-byte header, one after the other, each
/// at a multiple of 8.
///
/// ```
///  0  length u32     16 + body bytes, stored last; 0: not published; 0xFFFFFFFF: the end frame
///  4  checksum u32   CRC-32C of body and number
///  8  number u64     the record's; in the end frame the next record's
/// 16  body           then zeros up to a multiple of 8
/// ```
/// The end frame stands behind the last record of a segment that was closed, rolled or sealed. Its body is the
/// segment's index: offset / 8 of its 1st, 65th, 129th, … record, u32 each.
final class RecordLogLayout {
    static final String MAGIC = "M17RECRD";

    static final int LENGTH = 0;
    static final int CHECKSUM = LENGTH + Integer.BYTES;
    static final int NUMBER = CHECKSUM + Integer.BYTES;
    static final int BODY = NUMBER + Long.BYTES;

    static final int ALIGNMENT_BYTES = 8;
    static final int END_LENGTH = 0xFFFF_FFFF;
    static final int INDEX_INTERVAL = 64;

    static final int MIN_SEGMENT_BYTES = 2 * LogHeaderLayout.LENGTH_BYTES;
    static final int MAX_SEGMENT_BYTES = 1 << 30;

    private RecordLogLayout() {}

    /// The bytes from one frame to the next.
    static int frameBytes(int bodyBytes) {
        return align(BODY + bodyBytes);
    }

    /// The bytes of the end frame of a segment with that many records.
    static int endFrameBytes(long records) {
        return align(BODY + indexEntries(records) * Integer.BYTES);
    }

    static int indexEntries(long records) {
        return Math.toIntExact(Math.ceilDiv(records, INDEX_INTERVAL));
    }

    /// The longest body for which an empty segment has room.
    static int maxBodyBytes(int segmentBytes) {
        return segmentBytes - LogHeaderLayout.LENGTH_BYTES - endFrameBytes(1) - BODY;
    }

    private static int align(int lengthBytes) {
        return Math.ceilDiv(lengthBytes, ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
    }
}
