package io.m17.market.flatfile;

import java.io.Closeable;
import java.io.IOException;

/// The CSV bytes of one file, from its beginning to its end. Confined to one thread.
sealed interface FileBytes extends Closeable permits GzipBytes, PlainBytes {
    /// Reads at least one byte, or gives -1 at the end of the file.
    int read(byte[] into, int offset, int length) throws IOException;

    /// How many bytes of the stored file have been used.
    long consumedBytes();

    /// By its name, a file is gzip data (`.gz`) or plain.
    static FileBytes open(StoredFile file) throws IOException {
        return file.name().endsWith(".gz") ? GzipBytes.open(file) : PlainBytes.open(file);
    }
}
