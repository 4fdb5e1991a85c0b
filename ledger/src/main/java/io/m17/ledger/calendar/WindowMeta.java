package io.m17.ledger.calendar;

/// What is known of a window from its index alone.
///
/// The window is `[startNs, endNs)` in UTC epoch nanoseconds. `expected` is false after an early close: the window has
/// an index, but no data is due in it.
public record WindowMeta(
        int windowIndex,
        int sessionIndex,
        int minuteOfSession,
        long startNs,
        long endNs,
        boolean expected,
        WindowId id) {
    public WindowMeta {
        if (windowIndex != sessionIndex * WindowSpace.MINUTES_PER_SESSION + minuteOfSession
                || sessionIndex != id.sessionIndex()
                || minuteOfSession != id.minute()
                || endNs - startNs != WindowSpace.WINDOW_NS) {
            throw new IllegalArgumentException("the parts of a window must agree [windowIndex=" + windowIndex
                    + ", sessionIndex=" + sessionIndex + ", minuteOfSession=" + minuteOfSession + ", startNs="
                    + startNs + ", endNs=" + endNs + ", id=" + id + "]");
        }
    }
}
