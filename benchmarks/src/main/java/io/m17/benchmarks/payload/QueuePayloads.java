package io.m17.benchmarks.payload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.wire.DocumentContext;

/// Chronicle Queue, whose index finds a record again.
final class QueuePayloads implements PayloadStore {
    private final ChronicleQueue queue;
    private final ExcerptAppender appender;
    private final ExcerptTailer tailer;
    private final byte[] content = new byte[CONTENT_BYTES];
    private final ByteBuffer contentBuffer = ByteBuffer.wrap(content);

    private QueuePayloads(ChronicleQueue queue) {
        this.queue = queue;
        this.appender = queue.createAppender();
        this.tailer = queue.createTailer();
    }

    static QueuePayloads create(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new QueuePayloads(ChronicleQueue.single(directory.toString()));
    }

    @Override
    public void begin() {}

    @Override
    public long append(int checksum) {
        contentBuffer.putInt(0, checksum);
        try (DocumentContext document = appender.writingDocument()) {
            Objects.requireNonNull(document.wire()).bytes().write(content);
        }
        return appender.lastIndexAppended();
    }

    @Override
    public void commit() {}

    @Override
    public int checksum(long found) {
        if (!tailer.moveToIndex(found)) {
            throw new IllegalStateException("the record is not there [index=" + found + "]");
        }
        try (DocumentContext document = tailer.readingDocument()) {
            Objects.requireNonNull(document.wire()).bytes().read(content);
        }
        return contentBuffer.getInt(0);
    }

    @Override
    public void close() {
        queue.close();
    }
}
