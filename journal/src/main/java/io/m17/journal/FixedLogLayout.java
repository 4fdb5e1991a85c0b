package io.m17.journal;

/// Where records stand in a fixed-stride log file: behind the header, record n at `4096 + (n - 1) * stride`.
///
/// ```
/// 0  checksum u32   CRC-32C of body and number, stored last; 0: not published
/// 4  body           stride - 4 bytes
/// ```
/// The file is as long as the header and all its records, rounded up to 4096 bytes.
///
/// @param strideBytes distance of two records, a multiple of 8, so that no checksum word is torn
/// @param capacityRecords the records there is room for
public record FixedLogLayout(int strideBytes, long capacityRecords) {
    static final String MAGIC = "M17FIXED";
    static final int MIN_STRIDE_BYTES = 16;
    static final int MAX_STRIDE_BYTES = 65_536;
    static final long MAX_FILE_BYTES = 1L << 40;

    static final int CHECKSUM = 0;
    static final int BODY = CHECKSUM + Integer.BYTES;

    public FixedLogLayout {
        requireFits(strideBytes, capacityRecords);
    }

    static void requireFits(int strideBytes, long capacityRecords) {
        if (strideBytes < MIN_STRIDE_BYTES || strideBytes > MAX_STRIDE_BYTES || strideBytes % Long.BYTES != 0) {
            throw new IllegalArgumentException(
                    "A stride is a multiple of 8 from 16 to 65536 [strideBytes=%d]".formatted(strideBytes));
        }
        if (capacityRecords < 1
                || capacityRecords > Mark.MAX_VALUE
                || capacityRecords > (MAX_FILE_BYTES - LogHeaderLayout.LENGTH_BYTES) / strideBytes) {
            throw new IllegalArgumentException(
                    "A capacity is 1 to 4294967295 records and at most 1 TiB [capacityRecords=%d, strideBytes=%d]"
                            .formatted(capacityRecords, strideBytes));
        }
    }

    public int bodyBytes() {
        return strideBytes - BODY;
    }

    long offsetOf(long number) {
        return LogHeaderLayout.LENGTH_BYTES + (number - 1) * strideBytes;
    }

    /// The offset behind that many records.
    long endOf(long records) {
        return LogHeaderLayout.LENGTH_BYTES + records * strideBytes;
    }

    /// How many whole records lie before an offset, at most the capacity.
    long recordsBefore(long offset) {
        return Math.min(capacityRecords, (offset - LogHeaderLayout.LENGTH_BYTES) / strideBytes);
    }

    /// The record that the byte at an offset belongs to.
    long numberAt(long offset) {
        return (offset - LogHeaderLayout.LENGTH_BYTES) / strideBytes + 1;
    }

    long fileBytes() {
        return Math.ceilDiv(endOf(capacityRecords), Posix.PAGE_BYTES) * Posix.PAGE_BYTES;
    }
}
