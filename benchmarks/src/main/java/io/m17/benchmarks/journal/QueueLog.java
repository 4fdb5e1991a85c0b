package io.m17.benchmarks.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import net.openhft.chronicle.core.threads.InvalidEventHandlerException;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.Pretoucher;
import net.openhft.chronicle.wire.DocumentContext;
import org.jspecify.annotations.Nullable;

/// Chronicle Queue as it comes: blocks of 64 MiB, never synced.
final class QueueLog implements LogWriter {
    private final ChronicleQueue queue;
    private final ExcerptAppender appender;
    private @Nullable Pretoucher pretoucher;

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
        Pretoucher own = pretoucher;
        if (own == null) {
            own = queue.createPretoucher();
            pretoucher = own;
        }
        try {
            own.execute();
        } catch (InvalidEventHandlerException e) {
            throw new IllegalStateException("the queue was closed under its pretoucher", e);
        }
    }

    @Override
    public void close() {
        if (pretoucher != null) {
            pretoucher.close();
        }
        queue.close();
    }
}
