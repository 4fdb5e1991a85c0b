package io.m17.market.flatfile;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Reads and decompresses on the caller's thread.
final class DirectBlocks implements BlockSource {
    private final FileBytes source;
    private final Deque<Block> free = new ArrayDeque<>();

    DirectBlocks(FileBytes source) {
        this.source = source;
        free.add(new Block());
        free.add(new Block());
    }

    @Override
    public @Nullable Block next() throws IOException {
        Block block = free.remove();
        if (block.fill(source)) {
            return block;
        }
        free.add(block);
        return null;
    }

    @Override
    public void recycle(Block block) {
        free.add(block);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
