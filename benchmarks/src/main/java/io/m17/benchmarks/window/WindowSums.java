package io.m17.benchmarks.window;

import io.m17.aggregation.AggregateWindow;
import io.m17.aggregation.BarColumns;
import io.m17.aggregation.RollingBars;
import java.util.Arrays;
import java.util.List;

/// What the windows of all symbols add up to, a sum a window and column: so both sides make every value and keep none,
/// and can be compared. Confined to one thread.
final class WindowSums {
    /// Sums a window: open, high, low, close, trades, buy, sell, unknown, VWAP.
    static final int COLUMNS = 9;

    private static final List<AggregateWindow> WINDOWS = List.of(AggregateWindow.values());
    private static final int VWAP = COLUMNS - 1;
    private static final double VWAP_TOLERANCE = 1e-6;

    private final long[] sums = new long[WINDOWS.size() * COLUMNS];

    void clear() {
        Arrays.fill(sums, 0);
    }

    void add(RollingBars rolling) {
        int at = 0;
        for (AggregateWindow window : WINDOWS) {
            add(rolling.bars(window), rolling.sessionMinutes(), at);
            at += COLUMNS;
        }
    }

    /// Adds a sum of the other side.
    void add(int window, int column, long sum) {
        sums[window * COLUMNS + column] += sum;
    }

    private void add(BarColumns bars, int minutes, int at) {
        long open = 0;
        long high = 0;
        long low = 0;
        long close = 0;
        long trades = 0;
        long buy = 0;
        long sell = 0;
        long unknown = 0;
        for (int minute = 0; minute < minutes; minute++) {
            open += bars.open(minute);
            high += bars.high(minute);
            low += bars.low(minute);
            close += bars.close(minute);
            trades += bars.tradeCount(minute);
            buy += bars.buyVolume(minute);
            sell += bars.sellVolume(minute);
            unknown += bars.unknownVolume(minute);
        }
        long vwap = 0;
        for (int minute = 0; minute < minutes; minute++) {
            vwap += bars.vwap(minute);
        }
        sums[at] += prices(open);
        sums[at + 1] += prices(high);
        sums[at + 2] += prices(low);
        sums[at + 3] += prices(close);
        sums[at + 4] += trades;
        sums[at + 5] += buy;
        sums[at + 6] += sell;
        sums[at + 7] += unknown;
        sums[at + VWAP] += prices(vwap);
    }

    /// The sum of the prices that are there: one that is not ([BarColumns#NONE]) has added 2^63, which only changes
    /// the sign, and those of a session add up to less.
    private static long prices(long sum) {
        return sum & Long.MAX_VALUE;
    }

    /// Whether all sums are the same, those of VWAPs but for what doubles lose.
    boolean agreesWith(WindowSums other) {
        for (int i = 0; i < sums.length; i++) {
            double allowed = i % COLUMNS == VWAP ? VWAP_TOLERANCE * Math.abs((double) sums[i]) : 0;
            if (Math.abs((double) (sums[i] - other.sums[i])) > allowed) {
                return false;
            }
        }
        return true;
    }
}
