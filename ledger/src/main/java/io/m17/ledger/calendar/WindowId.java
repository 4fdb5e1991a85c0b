package io.m17.ledger.calendar;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The printed name of a window: `year:session:minute`, session and minute counted from 0, as in `2025:103:017`.
public record WindowId(int year, int sessionIndex, int minute) {
    private static final Pattern FORM = Pattern.compile("([0-9]{4}):([0-9]{3}):([0-9]{3})");
    private static final int MAX_SESSION_INDEX = 999;

    public WindowId {
        if (year < ExchangeCalendar.FIRST_YEAR || year > ExchangeCalendar.LAST_YEAR) {
            throw new IllegalArgumentException("a window id has a year from " + ExchangeCalendar.FIRST_YEAR + " to "
                    + ExchangeCalendar.LAST_YEAR + " [year=" + year + "]");
        }
        if (sessionIndex < 0 || sessionIndex > MAX_SESSION_INDEX) {
            throw new IllegalArgumentException(
                    "a window id has a session from 0 to " + MAX_SESSION_INDEX + " [session=" + sessionIndex + "]");
        }
        if (minute < 0 || minute >= WindowSpace.MINUTES_PER_SESSION) {
            throw new IllegalArgumentException("a window id has a minute from 0 to "
                    + (WindowSpace.MINUTES_PER_SESSION - 1) + " [minute=" + minute + "]");
        }
    }

    /// Reads what [#toString] prints; anything else is an [IllegalArgumentException].
    public static WindowId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "not a window id [value=" + text + "], write year:session:minute as in 2025:103:017");
        }
        return new WindowId(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d:%03d:%03d", year, sessionIndex, minute);
    }
}
