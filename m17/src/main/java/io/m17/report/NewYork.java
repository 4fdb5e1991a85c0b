package io.m17.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/// The exchange's local time, in which people name minutes.
public final class NewYork {
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private NewYork() {}

    /// The time of day of a moment, nanoseconds since the Unix epoch.
    public static LocalTime timeOf(long epochNs) {
        return LocalTime.ofInstant(instant(epochNs), ZONE);
    }

    public static LocalDate dateOf(long epochNs) {
        return LocalDate.ofInstant(instant(epochNs), ZONE);
    }

    /// A moment in nanoseconds since the Unix epoch as an instant.
    public static Instant instant(long epochNs) {
        long second = TimeUnit.SECONDS.toNanos(1);
        return Instant.ofEpochSecond(Math.floorDiv(epochNs, second), Math.floorMod(epochNs, second));
    }

    /// An instant in nanoseconds since the Unix epoch.
    public static long epochNs(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), TimeUnit.SECONDS.toNanos(1)), instant.getNano());
    }
}
