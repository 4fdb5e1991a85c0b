package io.m17.journal;

import java.util.concurrent.atomic.AtomicLong;

/// How many of a fixed-stride log's records are published without a gap. Thread-safe: the count only grows, moved on by
/// whoever asks.
public final class PublishedCount {
    private final FixedLogRecords records;
    private final AtomicLong known;

    /// @param known records that are published for certain
    public PublishedCount(FixedLogRecords records, long known) {
        this.records = records;
        this.known = new AtomicLong(known);
    }

    /// Walks on from where the last call ended.
    public long get() {
        long before = known.getAcquire();
        long count = before;
        while (count < records.layout().capacityRecords() && records.isPublished(count + 1)) {
            count++;
        }
        if (count > before) {
            known.setRelease(count);
        }
        return count;
    }
}
