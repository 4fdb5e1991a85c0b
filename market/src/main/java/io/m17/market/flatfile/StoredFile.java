package io.m17.market.flatfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes under a name, wherever they lie. The name tells whether they are gzip data (`.gz`) or plain, and stands in
/// messages.
public interface StoredFile {
    String name();

    /// Opens the bytes from the first one on. Whoever opens a stream closes it.
    InputStream open() throws IOException;

    /// A file of this machine.
    static StoredFile at(Path path) {
        return new StoredFile() {
            @Override
            public String name() {
                return path.toString();
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }
        };
    }
}
