package io.m17.aggregation;

/// The rolling windows, shortest first: the one stored at minute T covers
/// [T, T + minutes). Each is a whole number of the one before it, on which [RollingBars] is built.
public enum AggregateWindow {
    ONE_MINUTE(1, "1m"),
    FIVE_MINUTES(5, "5m"),
    TEN_MINUTES(10, "10m"),
    THIRTY_MINUTES(30, "30m"),
    ONE_HOUR(60, "1h"),
    FOUR_HOURS(240, "4h");

    private final int minutes;
    private final String label;

    AggregateWindow(int minutes, String label) {
        this.minutes = minutes;
        this.label = label;
    }

    public int minutes() {
        return minutes;
    }

    /// The name in artifacts and columns, such as `5m`.
    public String label() {
        return label;
    }

    /// Whether the window that starts at this minute ends inside a session of `sessionMinutes`; one that does not is
    /// clipped.
    public boolean isComplete(int minute, int sessionMinutes) {
        return minute + minutes <= sessionMinutes;
    }
}
