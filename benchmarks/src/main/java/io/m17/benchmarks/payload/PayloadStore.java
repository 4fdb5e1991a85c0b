package io.m17.benchmarks.payload;

import java.io.IOException;
import java.nio.file.Path;

/// Records of 60 bytes of content, found again by what appending returned. Confined to one thread.
public interface PayloadStore extends AutoCloseable {
    int CONTENT_BYTES = 60;

    /// Which store.
    enum Kind {
        M17,
        ROCKSDB,
        SQLITE,
        CHRONICLE_QUEUE
    }

    /// Opens a store, made when it is absent.
    static PayloadStore create(Kind kind, Path directory) throws IOException {
        return switch (kind) {
            case M17 -> M17Payloads.create(directory);
            case ROCKSDB -> RocksPayloads.create(directory);
            case SQLITE -> SqlitePayloads.create(directory);
            case CHRONICLE_QUEUE -> QueuePayloads.create(directory);
        };
    }

    /// Begins a batch, where the store has such a thing.
    void begin();

    /// Appends a record that holds a checksum, and returns what finds it.
    long append(int checksum);

    /// Ends a batch: its records can be found.
    void commit();

    /// The checksum in a record.
    int checksum(long found);

    @Override
    void close();
}
