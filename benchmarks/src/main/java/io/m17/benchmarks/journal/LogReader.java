package io.m17.benchmarks.journal;

import java.io.IOException;
import java.nio.file.Path;

/// Follows a log that another process writes. Confined to one thread.
interface LogReader extends AutoCloseable {
    static LogReader open(LogWriter.Kind kind, Path directory) throws IOException {
        return switch (kind) {
            case M17 -> M17Tail.open(directory);
            case CHRONICLE_QUEUE -> QueueTail.open(directory);
        };
    }

    /// The first eight bytes of the next record, little-endian, or [Long#MIN_VALUE] when there is none yet.
    long poll();

    @Override
    void close();
}
