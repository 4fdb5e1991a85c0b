package io.m17.market.flatfile;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The blocks of a file in order. At most two are held by the reader: the one it parses and the next, until it
/// hands the former back.
sealed interface BlockSource extends Closeable permits DirectBlocks, QueuedBlocks {
    /// The next block, or null at the end of the file.
    @Nullable
    Block next() throws IOException;

    /// Hands a block back to be filled again.
    void recycle(Block block);
}
