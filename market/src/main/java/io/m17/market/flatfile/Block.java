package io.m17.market.flatfile;

import java.io.IOException;

/// A stretch of CSV bytes, `[START, limit)` of its array. The room before it takes the beginning of a line whose
/// rest is in this block, the room behind it the newline that a last line may lack, and reads of many bytes at
/// once.
final class Block {
    /// The longest beginning of a line that is carried into the next block.
    static final int CARRY_BYTES = 1 << 16;

    static final int START = CARRY_BYTES;

    private static final int PAYLOAD_BYTES = 1 << 20;

    final byte[] bytes = new byte[CARRY_BYTES + PAYLOAD_BYTES + Bytes.PADDING_BYTES];
    int limit;
    long consumedBytes;

    /// Fills the block; false when the source had ended already. What comes before damage in the source is
    /// delivered: the next fill ends with the damage.
    boolean fill(FileBytes source) throws IOException {
        limit = START;
        int end = START + PAYLOAD_BYTES;
        while (limit < end) {
            int count = read(source, end);
            if (count < 0) {
                break;
            }
            limit += count;
        }
        consumedBytes = source.consumedBytes();
        return limit > START;
    }

    private int read(FileBytes source, int end) throws IOException {
        try {
            return source.read(bytes, limit, end - limit);
        } catch (FlatFileException e) {
            if (limit == START) {
                throw e;
            }
            return -1;
        }
    }
}
