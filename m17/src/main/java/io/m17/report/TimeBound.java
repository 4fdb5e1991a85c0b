package io.m17.report;

import java.time.LocalDate;

/// The ends of a range of windows as people write them: a date, or a time as [WindowPlace] takes it.
public final class TimeBound {
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private TimeBound() {}

    /// Where the range begins: the start of a date, or the time. Nanoseconds since the Unix epoch.
    public static long fromNs(String text) {
        return WindowPlace.epochNs(text.matches(DATE) ? text + "T00:00" : text);
    }

    /// Where the range ends: the end of a date, or the time. Nanoseconds since the Unix epoch.
    public static long toNs(String text) {
        if (!text.matches(DATE)) {
            return WindowPlace.epochNs(text);
        }
        long startNs = fromNs(text);
        LocalDate next = NewYork.dateOf(startNs).plusDays(1);
        return NewYork.epochNs(next.atStartOfDay(NewYork.ZONE).toInstant());
    }
}
