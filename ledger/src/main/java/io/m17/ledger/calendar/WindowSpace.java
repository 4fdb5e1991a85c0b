package io.m17.ledger.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/// The minute windows of a year: `windowIndex = sessionIndex × 390 + minuteOfSession`, all counted from 0.
///
/// Every session owns 390 indices. After an early close they exist but are not expected, and no time maps to them.
/// Times are UTC epoch nanoseconds. Immutable. [#windowIndexAt], [#windowStartNs] and [#isExpected] are constant time
/// and allocate nothing.
public final class WindowSpace {
    /// Windows of a full session, and indices of any session.
    public static final int MINUTES_PER_SESSION = 390;
    /// The length of a window: one minute.
    public static final long WINDOW_NS = 60_000_000_000L;

    private static final long DAY_NS = 1_440 * WINDOW_NS;
    private static final int NO_SESSION = -1;

    private final int year;
    private final List<TradingSession> sessions;
    private final long[] openNs;
    private final long[] closeNs;
    private final long firstEpochDay;
    /// By day of the year. A session of New York never crosses midnight UTC, so the UTC day of a time finds it.
    private final int[] sessionByDay;

    private WindowSpace(int year, List<TradingSession> sessions) {
        LocalDate first = LocalDate.of(year, 1, 1);
        this.year = year;
        this.sessions = List.copyOf(sessions);
        this.openNs = sessions.stream().mapToLong(TradingSession::openNs).toArray();
        this.closeNs = sessions.stream().mapToLong(TradingSession::closeNs).toArray();
        this.firstEpochDay = first.toEpochDay();
        this.sessionByDay = new int[first.lengthOfYear()];
        Arrays.fill(sessionByDay, NO_SESSION);
        for (TradingSession session : sessions) {
            sessionByDay[session.date().getDayOfYear() - 1] = session.index();
        }
    }

    /// The windows of a year of the New York Stock Exchange; a year outside 1990 to 2099 is an
    /// [IllegalArgumentException].
    public static WindowSpace of(int year) {
        return new WindowSpace(year, ExchangeCalendar.nyse().sessions(year));
    }

    /// The year.
    public int year() {
        return year;
    }

    /// The year's sessions in order.
    public List<TradingSession> sessions() {
        return sessions;
    }

    /// The session with that index.
    public TradingSession session(int index) {
        return sessions.get(Objects.checkIndex(index, sessions.size()));
    }

    /// The index of the day's session; empty for a day without one and for a day of another year.
    public OptionalInt sessionIndex(LocalDate date) {
        if (date.getYear() != year || sessionByDay[date.getDayOfYear() - 1] == NO_SESSION) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(sessionByDay[date.getDayOfYear() - 1]);
    }

    /// The number of window indices, expected or not.
    public int windowCount() {
        return sessions.size() * MINUTES_PER_SESSION;
    }

    /// The window that holds the time, or -1 when none does: outside a session, after an early close, on a closed day,
    /// in another year.
    public int windowIndexAt(long epochNs) {
        long day = Math.floorDiv(epochNs, DAY_NS) - firstEpochDay;
        if (day < 0 || day >= sessionByDay.length) {
            return -1;
        }
        int session = sessionByDay[Math.toIntExact(day)];
        if (session == NO_SESSION || epochNs < openNs[session] || epochNs >= closeNs[session]) {
            return -1;
        }
        return session * MINUTES_PER_SESSION + Math.toIntExact((epochNs - openNs[session]) / WINDOW_NS);
    }

    /// The index of a named window, which must be of this year.
    public int windowIndex(WindowId id) {
        if (id.year() != year || id.sessionIndex() >= sessions.size()) {
            throw new IllegalArgumentException("no such window [id=" + id + ", year=" + year + ", sessions="
                    + sessions.size() + "], give one of this year's sessions");
        }
        return id.sessionIndex() * MINUTES_PER_SESSION + id.minute();
    }

    /// When the window begins.
    public long windowStartNs(int windowIndex) {
        Objects.checkIndex(windowIndex, windowCount());
        return openNs[windowIndex / MINUTES_PER_SESSION] + windowIndex % MINUTES_PER_SESSION * WINDOW_NS;
    }

    /// Whether the window lies before its session's close.
    public boolean isExpected(int windowIndex) {
        return windowStartNs(windowIndex) < closeNs[windowIndex / MINUTES_PER_SESSION];
    }

    /// Everything known of the window.
    public WindowMeta windowMeta(int windowIndex) {
        long startNs = windowStartNs(windowIndex);
        int session = windowIndex / MINUTES_PER_SESSION;
        int minute = windowIndex % MINUTES_PER_SESSION;
        return new WindowMeta(
                windowIndex,
                session,
                minute,
                startNs,
                startNs + WINDOW_NS,
                isExpected(windowIndex),
                new WindowId(year, session, minute));
    }
}
