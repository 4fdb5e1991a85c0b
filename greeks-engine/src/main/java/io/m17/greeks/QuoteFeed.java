package io.m17.greeks;

import io.m17.market.column.ColumnBatch;
import io.m17.publication.WindowRows;
import io.m17.publication.WindowStretches;
import org.jspecify.annotations.Nullable;

/// Hands an instrument's quotes on in order of time, minute after minute, and holds a stretch of them. Confined to one
/// thread.
final class QuoteFeed {
    /// Takes rows `[from, to)` of a batch of quotes.
    @FunctionalInterface
    interface Taker {
        void take(ColumnBatch quotes, int from, int to);
    }

    private final WindowStretches stretches;
    private final Taker taker;
    private @Nullable WindowRows stretch;
    private int minute;

    QuoteFeed(WindowStretches stretches, Taker taker) {
        this.stretches = stretches;
        this.taker = taker;
    }

    /// Hands on what has not been handed on yet, to the end of a minute.
    void takeThrough(int lastMinute) {
        while (minute <= lastMinute) {
            WindowRows rows = stretch(minute);
            taker.take(rows.rows(), rows.from(minute), rows.to(minute));
            minute++;
        }
    }

    private WindowRows stretch(int wanted) {
        WindowRows held = stretch;
        if (held == null || wanted >= held.toMinute()) {
            held = stretches.next();
            stretch = held;
            taker.take(held.rows(), 0, held.beforeOpen());
        }
        return held;
    }
}
