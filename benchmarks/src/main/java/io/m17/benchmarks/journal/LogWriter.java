package io.m17.benchmarks.journal;

import java.io.IOException;
import java.nio.file.Path;

/// A log that one thread appends to and never forces: the kernel writes back.
public interface LogWriter extends AutoCloseable {
    /// Which log.
    enum Kind {
        M17,
        CHRONICLE_QUEUE
    }

    static LogWriter create(Kind kind, Path directory) throws IOException {
        return switch (kind) {
            case M17 -> M17Log.create(directory);
            case CHRONICLE_QUEUE -> QueueLog.create(directory);
        };
    }

    void append(byte[] record);

    /// Makes the room that comes next ready; called over and over by a thread of its own.
    void touchAhead();

    /// What the writer itself may do between two appends so that the next is quick.
    void touchNext();

    @Override
    void close();
}
