package io.m17.market.artifact;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.util.Arrays;

/// Compresses page bodies with zstd; every frame says how long its content is. Confined to one thread.
final class PageCompressor implements AutoCloseable {
    private final ZstdCompressCtx context = new ZstdCompressCtx();
    private byte[] scratch = new byte[0];

    PageCompressor(int level) {
        context.setLevel(level).setContentSize(true).setChecksum(false);
    }

    byte[] compress(ByteSink body) {
        int bound = Math.toIntExact(Zstd.compressBound(body.size()));
        if (bound > scratch.length) {
            scratch = new byte[bound];
        }
        int length = context.compressByteArray(scratch, 0, scratch.length, body.array(), 0, body.size());
        return Arrays.copyOf(scratch, length);
    }

    @Override
    public void close() {
        context.close();
    }
}
