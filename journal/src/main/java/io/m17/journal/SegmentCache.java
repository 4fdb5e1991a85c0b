package io.m17.journal;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// The ended segments of a log that are mapped now: at most sixteen, the least recently used ones unmapped first,
/// as soon as nobody reads them. Thread-safe.
final class SegmentCache implements AutoCloseable {
    private static final int MAX_SEGMENTS = 16;
    private static final float LOAD_FACTOR = 0.75f;

    private final SegmentFiles files;
    private final Map<Long, Segment> segments = new LinkedHashMap<>(2 * MAX_SEGMENTS, LOAD_FACTOR, true);

    SegmentCache(SegmentFiles files) {
        this.files = files;
    }

    /// An ended segment with a reference to its region, which the caller releases.
    synchronized Segment acquire(long index) throws IOException {
        Segment segment = segments.get(index);
        if (segment == null) {
            segment = load(index);
            put(index, segment);
        }
        segment.region().acquire();
        return segment;
    }

    /// Hands over a segment that has just ended.
    synchronized void put(long index, Segment segment) {
        segments.put(index, segment);
        if (segments.size() > MAX_SEGMENTS) {
            Iterator<Segment> eldest = segments.values().iterator();
            eldest.next().close();
            eldest.remove();
        }
    }

    private Segment load(long index) throws IOException {
        Segment segment = Segment.open(files.path(index), true, Storage.SYSTEM);
        try {
            if (segment.marks().state() != LogState.ROLLED) {
                throw new LogFormatException(segment.path(), "a later segment exists, but this one was not ended");
            }
            segment.loadEnd();
            return segment;
        } catch (RuntimeException e) {
            segment.close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        segments.values().forEach(Segment::close);
        segments.clear();
    }
}
