package io.m17.benchmarks.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.util.MicroTouched;
import net.openhft.chronicle.wire.DocumentContext;

/// Chronicle Queue as it comes: blocks of 64 MiB, never synced.
final class QueueLog implements LogWriter {
    private final ChronicleQueue queue;
    private final ExcerptAppender appender;

    private QueueLog(ChronicleQueue queue) {
        this.queue = queue;
        this.appender = queue.createAppender();
    }

    static QueueLog create(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new QueueLog(ChronicleQueue.single(directory.toString()));
    }

    @Override
    public void append(byte[] record) {
        try (DocumentContext document = appender.writingDocument()) {
            Objects.requireNonNull(document.wire()).bytes().write(record);
        }
    }

    @Override
    public void touchAhead() {
        // The free edition has no pretoucher: its factory calls itself until the stack ends.
    }

    @Override
    public void touchNext() {
        if (appender instanceof MicroTouched touched) {
            touched.microTouch();
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
