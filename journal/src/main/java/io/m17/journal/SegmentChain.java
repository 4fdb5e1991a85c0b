package io.m17.journal;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// The segments of a log in order: the last, which is always mapped, and the ended ones before it, mapped when read.
/// Thread-safe; extended by one thread at a time.
final class SegmentChain implements AutoCloseable {
    private final SegmentFiles files;
    private final SegmentCache ended;
    private final ConcurrentSkipListMap<Long, Long> indexByFirstNumber = new ConcurrentSkipListMap<>();
    private volatile Segment last;

    SegmentChain(SegmentFiles files, Map<Long, Long> firstNumbers, Segment last) {
        this.files = files;
        this.ended = new SegmentCache(files);
        this.last = last;
        firstNumbers.forEach((index, firstNumber) -> indexByFirstNumber.put(firstNumber, index));
        indexByFirstNumber.put(last.firstNumber(), last.header().segment());
    }

    Segment last() {
        return last;
    }

    long firstNumber() {
        return indexByFirstNumber.firstKey();
    }

    Collection<Long> indices() {
        return indexByFirstNumber.values();
    }

    /// Puts a segment behind the last one, which has ended.
    void append(Segment next) {
        Segment previous = last;
        if (next.firstNumber() != previous.nextNumber()) {
            throw new LogFormatException(next.path(), "it does not continue the segment before it");
        }
        indexByFirstNumber.put(next.firstNumber(), next.header().segment());
        last = next;
        ended.put(previous.header().segment(), previous);
    }

    /// Takes over what a writer in another process has published: records, and segments behind the last.
    synchronized void refresh() throws IOException {
        last.advance();
        while (last.marks().state() == LogState.ROLLED
                && files.isPublished(last.header().segment() + 1)) { // ends with the last file
            last.advance();
            Segment next = Segment.open(files.path(last.header().segment() + 1), true, Storage.SYSTEM);
            append(next);
            next.advance();
        }
    }

    /// The segment with a published record, with a reference to its region, which the caller releases.
    Segment acquireFor(long number) throws IOException {
        Segment newest = last;
        if (number >= newest.firstNumber()) {
            if (number >= newest.nextNumber()) {
                throw absent(number);
            }
            newest.region().acquire();
            return newest;
        }
        Map.Entry<Long, Long> entry = indexByFirstNumber.floorEntry(number);
        if (entry == null) {
            throw absent(number);
        }
        return ended.acquire(entry.getValue());
    }

    /// A segment by its index, with a reference to its region, or null when there is none yet.
    @Nullable
    Segment acquireSegment(long index) throws IOException {
        Segment newest = last;
        long newestIndex = newest.header().segment();
        if (index > newestIndex) {
            return null;
        }
        if (index < newestIndex) {
            return ended.acquire(index);
        }
        newest.region().acquire();
        return newest;
    }

    private IndexOutOfBoundsException absent(long number) {
        return new IndexOutOfBoundsException("No such record is published here [file=%s, number=%d, first=%d, next=%d]"
                .formatted(files.base(), number, firstNumber(), last.nextNumber()));
    }

    @Override
    public void close() {
        ended.close();
        last.close();
    }
}
