package io.m17.benchmarks;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Says on the standard error what is going on, beside the table on the standard output.
public final class Progress {
    private Progress() {}

    /// A line with the time of day.
    public static void say(String what) {
        System.err.println(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + what);
    }
}
