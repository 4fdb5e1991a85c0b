package io.m17.benchmarks.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Objects;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.wire.DocumentContext;

/// A tailer of Chronicle Queue, which copies the record as m17's does.
final class QueueTail implements LogReader {
    private final ChronicleQueue queue;
    private final ExcerptTailer tailer;
    private final byte[] record = new byte[AppendCost.RECORD_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);

    private QueueTail(ChronicleQueue queue) {
        this.queue = queue;
        this.tailer = queue.createTailer();
    }

    static QueueTail open(Path directory) {
        return new QueueTail(
                ChronicleQueue.singleBuilder(directory).readOnly(true).build());
    }

    @Override
    public long poll() {
        try (DocumentContext document = tailer.readingDocument()) {
            if (!document.isPresent()) {
                return Long.MIN_VALUE;
            }
            Objects.requireNonNull(document.wire()).bytes().read(record);
        }
        return buffer.getLong(0);
    }

    @Override
    public void close() {
        queue.close();
    }
}
