package io.m17.aggregation;

import java.util.List;

/// The six rolling windows at every minute of one instrument's session, from its one-minute bars.
///
/// Each window is a whole number of the next shorter one, so its bar at T is made of that window's bars at T, T + step,
/// T + 2 step …: five, two, three, two and four of them, sixteen steps a minute for all windows, whatever their
/// length. Nothing is ever subtracted: integers are exact, and the doubles of the delta flow lose nothing to
/// cancellation and are summed in one fixed order, so that every run gives the same bits.
///
/// A window that the session's end clips holds what there is. Rolling allocates nothing. Confined to one thread at a
/// time.
public final class RollingBars {
    private static final List<AggregateWindow> WINDOWS = List.of(AggregateWindow.values());

    private final Ladder ladder = new Ladder();
    private final BarColumns oneMinute;
    private final BarColumns fiveMinutes;
    private final BarColumns tenMinutes;
    private final BarColumns thirtyMinutes;
    private final BarColumns oneHour;
    private final BarColumns fourHours;
    private int sessionMinutes;

    private RollingBars(boolean chain) {
        oneMinute = new BarColumns(chain);
        fiveMinutes = new BarColumns(chain);
        tenMinutes = new BarColumns(chain);
        thirtyMinutes = new BarColumns(chain);
        oneHour = new BarColumns(chain);
        fourHours = new BarColumns(chain);
    }

    /// A workspace for shares, whose bars have no chain columns.
    public static RollingBars forEquity() {
        return new RollingBars(false);
    }

    /// A workspace for option chains.
    public static RollingBars forChain() {
        return new RollingBars(true);
    }

    /// Replaces all bars by those of this session. Throws `IllegalArgumentException` when one of the two workspaces is
    /// for chains and the other is not.
    public void roll(MinuteBars minutes) {
        boolean chain = oneMinute.isChain();
        if (minutes.bars().isChain() != chain) {
            throw new IllegalArgumentException("minute bars are of another kind of instrument [chain=" + !chain
                    + ", rollingChain=" + chain + "], keep a workspace for each kind");
        }
        clearBeyond(minutes.sessionMinutes());
        sessionMinutes = minutes.sessionMinutes();
        ladder.climb(minutes.bars(), oneMinute, 1, 1, sessionMinutes);
        climb(AggregateWindow.ONE_MINUTE, AggregateWindow.FIVE_MINUTES);
        climb(AggregateWindow.FIVE_MINUTES, AggregateWindow.TEN_MINUTES);
        climb(AggregateWindow.TEN_MINUTES, AggregateWindow.THIRTY_MINUTES);
        climb(AggregateWindow.THIRTY_MINUTES, AggregateWindow.ONE_HOUR);
        climb(AggregateWindow.ONE_HOUR, AggregateWindow.FOUR_HOURS);
    }

    /// The bars of one window, by the minute at which it starts; they change with the next [#roll].
    public BarColumns bars(AggregateWindow window) {
        return switch (window) {
            case ONE_MINUTE -> oneMinute;
            case FIVE_MINUTES -> fiveMinutes;
            case TEN_MINUTES -> tenMinutes;
            case THIRTY_MINUTES -> thirtyMinutes;
            case ONE_HOUR -> oneHour;
            case FOUR_HOURS -> fourHours;
        };
    }

    /// The minutes of the session rolled last; bars start at 0 to one less.
    public int sessionMinutes() {
        return sessionMinutes;
    }

    /// Whether the window that starts at this minute ends inside the session.
    public boolean isComplete(AggregateWindow window, int minute) {
        return window.isComplete(minute, sessionMinutes);
    }

    private void climb(AggregateWindow shorter, AggregateWindow longer) {
        int step = shorter.minutes();
        ladder.climb(bars(shorter), bars(longer), step, longer.minutes() / step, sessionMinutes);
    }

    /// Keeps the bars behind a short session's end empty, because clipped windows read them.
    private void clearBeyond(int newSessionMinutes) {
        if (newSessionMinutes < sessionMinutes) {
            for (AggregateWindow window : WINDOWS) {
                bars(window).clear(newSessionMinutes, sessionMinutes);
            }
        }
    }
}
