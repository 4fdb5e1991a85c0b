package io.m17.journal;

/// Where the fields of the 4096-byte header stand that every log file begins with; little-endian.
///
/// ```
///   0  magic u64           stored last: a file without it was never completed
///   8  version u32
///  12  byte order u32      0x01020304
///  16  kind u32            the caller's
///  20  record limit u32    stride of a fixed log, longest body of a variable one; bytes
///  24  extent u64          capacity in records of a fixed log, segment length in bytes of a variable one
///  32  first number u64    of this file; 1 in a fixed log
///  40  segment u64         0 in a fixed log
///  48  owner 64 bytes      the caller's
/// 112  checksum u32        CRC-32C of the 112 bytes before it
/// 128  durable mark u64    records of this file that are known to be on the disk
/// 192  state mark u64      0 open, 1 closed, 2 rolled, 3 sealed
/// 256  end mark u64        offset / 8 of a variable log's end frame, where the state is not open; else 0
/// ```
/// All other bytes are zero. The marks stand on cache lines of their own; only the log's writer stores to them.
final class LogHeaderLayout {
    static final int VERSION = 1;
    static final int BYTE_ORDER_MARK = 0x01020304;

    static final int MAGIC = 0;
    static final int FORMAT_VERSION = MAGIC + Long.BYTES;
    static final int BYTE_ORDER = FORMAT_VERSION + Integer.BYTES;
    static final int KIND = BYTE_ORDER + Integer.BYTES;
    static final int RECORD_LIMIT = KIND + Integer.BYTES;
    static final int EXTENT = RECORD_LIMIT + Integer.BYTES;
    static final int FIRST_NUMBER = EXTENT + Long.BYTES;
    static final int SEGMENT = FIRST_NUMBER + Long.BYTES;
    static final int OWNER = SEGMENT + Long.BYTES;
    static final int CHECKSUM = OWNER + LogOwner.LENGTH_BYTES;
    static final int END_OF_FIXED_FIELDS = CHECKSUM + Integer.BYTES;

    static final int CACHE_LINE_BYTES = 64;
    static final int DURABLE_MARK = 2 * CACHE_LINE_BYTES;
    static final int STATE_MARK = DURABLE_MARK + CACHE_LINE_BYTES;
    static final int END_MARK = STATE_MARK + CACHE_LINE_BYTES;
    static final int END_OF_MARKS = END_MARK + Long.BYTES;
    static final int LENGTH_BYTES = 4096;

    private LogHeaderLayout() {}

    /// Whether a byte of the header belongs to no field and so is zero.
    static boolean isReserved(int offset) {
        return isBetween(offset, END_OF_FIXED_FIELDS, DURABLE_MARK)
                || isBetween(offset, DURABLE_MARK + Long.BYTES, STATE_MARK)
                || isBetween(offset, STATE_MARK + Long.BYTES, END_MARK)
                || isBetween(offset, END_OF_MARKS, LENGTH_BYTES);
    }

    private static boolean isBetween(int offset, int from, int to) {
        return offset >= from && offset < to;
    }
}
