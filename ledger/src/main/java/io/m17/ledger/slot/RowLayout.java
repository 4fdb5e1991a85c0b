package io.m17.ledger.slot;

import io.m17.ledger.LedgerKind;
import io.m17.ledger.SlotColumn;

/// Where rows and slots stand in a ledger file: a header page, the summaries, then one block a symbol that holds its
/// 390 rows and is padded to `blockLengthBytes`.
///
/// The 32 bytes in front of a row's slots say what the row is, so that a misplaced block is found:
///
/// | offset | size | field |
/// | ---: | ---: | --- |
/// | 0 | 4 | magic |
/// | 4 | 2 | schema version |
/// | 6 | 2 | symbol id |
/// | 8 | 4 | window index in the year |
/// | 12 | 4 | reserved, zero |
/// | 16 | 8 | start, nanoseconds since the Unix epoch |
/// | 24 | 8 | end |
record RowLayout(int slots, long rowLengthBytes, long blockLengthBytes, long blocksOffset, SummaryLayout summary) {
    static final int ROWS = 390;
    static final int ROW_HEADER_LENGTH_BYTES = 32;
    static final int MAGIC = 0x5237316D; // "m17R"
    static final int SCHEMA_VERSION = 1;
    static final int MAGIC_AND_IDENTITY = 0;
    static final int WINDOW = MAGIC_AND_IDENTITY + Long.BYTES;
    static final int START_NS = WINDOW + Long.BYTES;
    static final int END_NS = START_NS + Long.BYTES;

    static final long TRADE_BLOCK_LENGTH_BYTES = 64 << 10;
    static final long ENRICHMENT_BLOCK_LENGTH_BYTES = 100 << 10;
    private static final long PAGE = 4096;

    /// The layout of a ledger that holds `symbols` blocks.
    static RowLayout of(LedgerKind kind, int symbols) {
        int slots = SlotColumn.of(kind).size();
        long block = switch (kind) {
            case TRADE -> TRADE_BLOCK_LENGTH_BYTES;
            case ENRICHMENT -> ENRICHMENT_BLOCK_LENGTH_BYTES;
        };
        SummaryLayout summary = new SummaryLayout(FileHeader.LENGTH_BYTES, slots);
        long summaries = Math.ceilDiv(symbols * summary.lengthBytes(), PAGE) * PAGE;
        return new RowLayout(
                slots,
                ROW_HEADER_LENGTH_BYTES + (long) slots * SlotLayout.LENGTH_BYTES,
                block,
                summary.offset() + summaries,
                summary);
    }

    long fileLengthBytes(int symbols) {
        return blocksOffset + symbols * blockLengthBytes;
    }

    long blockOffset(int symbolId) {
        return blocksOffset + symbolId * blockLengthBytes;
    }

    /// The symbol whose block has the byte at an offset.
    int symbolAt(long offset) {
        return Math.toIntExact((offset - blocksOffset) / blockLengthBytes);
    }

    long rowOffset(int symbolId, int minute) {
        return blockOffset(symbolId) + minute * rowLengthBytes;
    }

    long slotOffset(int symbolId, int minute, int position) {
        return rowOffset(symbolId, minute) + ROW_HEADER_LENGTH_BYTES + (long) position * SlotLayout.LENGTH_BYTES;
    }

    /// The first word of a row header: magic, schema version and symbol.
    static long identity(int symbolId) {
        return (MAGIC & 0xFFFFFFFFL) | ((long) SCHEMA_VERSION << 32) | ((long) symbolId << 48);
    }
}
