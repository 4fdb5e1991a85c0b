package io.m17.market.flatfile;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Cuts blocks into stretches of whole lines: after [#advance()], `[start, end)` of [#bytes()] holds lines that
/// each end in a newline. A line that lies across two blocks is completed in the second one; when its first part is
/// longer than [Block#CARRY_BYTES] it is dropped and [#takeOverlong()] says so once.
final class LineBlocks {
    private final BlockSource source;
    private @Nullable Block block;
    private int start;
    private int end;
    private boolean ended;
    private boolean dropping;
    private boolean overlong;
    private long bytes;

    LineBlocks(BlockSource source) {
        this.source = source;
    }

    byte[] bytes() {
        return current().bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /// How many bytes of CSV have been read.
    long csvBytes() {
        return bytes;
    }

    /// How many bytes of the stored file have been read.
    long fileBytes() {
        return block == null ? 0 : block.consumedBytes;
    }

    /// Whether a line was dropped before the stretch because it is too long.
    boolean takeOverlong() {
        boolean taken = overlong;
        overlong = false;
        return taken;
    }

    /// Goes to the next stretch, which may be empty; false when the file is over.
    boolean advance() throws IOException {
        Block next = ended ? null : source.next();
        if (next == null) {
            return lastLine();
        }
        bytes += next.limit - Block.START;
        start = Block.START;
        Block previous = block;
        if (previous != null) {
            carry(previous, next);
            source.recycle(previous);
        }
        block = next;
        if (dropping) {
            dropToNewline(next);
        }
        end = lastNewline(next) + 1;
        return true;
    }

    private void carry(Block previous, Block next) {
        int tail = previous.limit - end;
        if (tail > Block.CARRY_BYTES) {
            dropping = true;
            return;
        }
        start = Block.START - tail;
        System.arraycopy(previous.bytes, end, next.bytes, start, tail);
    }

    private void dropToNewline(Block next) {
        while (start < next.limit && next.bytes[start] != '\n') {
            start++;
        }
        if (start < next.limit) {
            start++;
            dropping = false;
            overlong = true;
        }
    }

    private int lastNewline(Block next) {
        int index = next.limit - 1;
        while (index >= start && next.bytes[index] != '\n') {
            index--;
        }
        return Math.max(index, start - 1);
    }

    /// The last line may lack its newline.
    private boolean lastLine() {
        ended = true;
        if (block == null) {
            return false;
        }
        boolean hasMore = dropping || end < block.limit;
        overlong |= dropping;
        start = end;
        if (end < block.limit) {
            block.bytes[block.limit] = '\n';
            block.limit++;
            end = block.limit;
        }
        dropping = false;
        return hasMore;
    }

    private Block current() {
        if (block == null) {
            throw new IllegalStateException("nothing has been read yet");
        }
        return block;
    }
}
