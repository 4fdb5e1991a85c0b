package io.m17.simulator;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The times of one day in epoch nanoseconds: pre-market, session and post-market. A value, thread-safe.
///
/// @param preNs first possible print, 04:00 New York
/// @param openNs 09:30 New York
/// @param closeNs end of the session
/// @param postNs end of the post-market, four hours after the close
record TradingHours(LocalDate date, long preNs, long openNs, long closeNs, long postNs) {
    static final long SECOND_NS = 1_000_000_000L;
    static final long MINUTE_NS = 60 * SECOND_NS;
    private static final LocalTime PRE_MARKET = LocalTime.of(4, 0);
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime EXPIRY = LocalTime.of(16, 0);
    private static final LocalTime CURVE_PUBLISHED = LocalTime.of(15, 30);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long POST_MARKET_NS = 240 * MINUTE_NS;

    static TradingHours of(LocalDate date, LocalTime close) {
        long closeNs = newYork(date, close);
        return new TradingHours(
                date, newYork(date, PRE_MARKET), newYork(date, OPEN), closeNs, closeNs + POST_MARKET_NS);
    }

    /// The moment an option of this expiration ends: the close of the day itself, on other days 16:00 New York.
    static long expiryNs(LocalDate expiration, LocalDate date, LocalTime close) {
        return newYork(expiration, expiration.equals(date) ? close : EXPIRY);
    }

    /// The moment a day's Treasury curve is known: 15:30 New York.
    static long curvePublishedNs(LocalDate date) {
        return newYork(date, CURVE_PUBLISHED);
    }

    /// Minutes of the session: 390, or 210 on an early close at 13:00.
    int minutes() {
        return Math.toIntExact((closeNs - openNs) / MINUTE_NS);
    }

    /// The minute of the session that an event falls into, −1 outside the session.
    int minuteOf(long eventNs) {
        return eventNs < openNs || eventNs >= closeNs ? -1 : Math.toIntExact((eventNs - openNs) / MINUTE_NS);
    }

    long minuteStartNs(int minute) {
        return openNs + minute * MINUTE_NS;
    }

    boolean inSession(long eventNs) {
        return eventNs >= openNs && eventNs < closeNs;
    }

    private static long newYork(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(NEW_YORK).toEpochSecond() * SECOND_NS;
    }
}
