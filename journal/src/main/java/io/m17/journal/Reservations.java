package io.m17.journal;

import java.util.concurrent.atomic.AtomicLong;

/// The numbers of a fixed-stride log that were given out to appenders: 1, 2, 3, … each to one of them. Thread-safe.
public final class Reservations {
    /// No number is given out any more.
    public static final long REFUSED = -1;
    /// The next number has no room yet.
    public static final long NO_ROOM = 0;

    private static final long REFUSED_BIT = Long.MIN_VALUE;

    private final AtomicLong reserved;

    /// @param count numbers that are given out already
    public Reservations(long count) {
        this.reserved = new AtomicLong(count);
    }

    /// Gives out the next number when it is at most `roomRecords`; else [#NO_ROOM] or [#REFUSED].
    public long take(long roomRecords) {
        for (; ; ) { // ends: a failed exchange means that another appender got that number
            long before = reserved.get();
            if (before < 0) {
                return REFUSED;
            }
            if (before >= roomRecords) {
                return NO_ROOM;
            }
            if (reserved.compareAndSet(before, before + 1)) {
                return before + 1;
            }
        }
    }

    /// Gives out no more numbers.
    public void refuse() {
        reserved.getAndUpdate(value -> value | REFUSED_BIT);
    }

    boolean isRefused() {
        return reserved.get() < 0;
    }

    /// How many numbers were given out.
    public long count() {
        return reserved.get() & ~REFUSED_BIT;
    }
}
