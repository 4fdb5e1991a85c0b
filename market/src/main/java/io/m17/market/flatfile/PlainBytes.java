package io.m17.market.flatfile;

import java.io.IOException;
import java.io.InputStream;

/// A file that is stored as it is.
final class PlainBytes implements FileBytes {
    private final InputStream file;
    private long consumedBytes;

    private PlainBytes(InputStream file) {
        this.file = file;
    }

    static PlainBytes open(StoredFile file) throws IOException {
        return new PlainBytes(file.open());
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = file.read(into, offset, length);
        consumedBytes += Math.max(0, count);
        return count;
    }

    @Override
    public long consumedBytes() {
        return consumedBytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
