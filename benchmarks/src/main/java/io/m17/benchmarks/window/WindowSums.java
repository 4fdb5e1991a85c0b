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
        long vwap = 0;
        for (int minute = 0; minute < minutes; minute++) {
            open += price(bars.open(minute));
            high += price(bars.high(minute));
            low += price(bars.low(minute));
            close += price(bars.close(minute));
            vwap += price(bars.vwap(minute));
            trades += bars.tradeCount(minute);
            buy += bars.buyVolume(minute);
            sell += bars.sellVolume(minute);
            unknown += bars.unknownVolume(minute);
        }
        sums[at] += open;
        sums[at + 1] += high;
        sums[at + 2] += low;
        sums[at + 3] += close;
        sums[at + 4] += trades;
        sums[at + 5] += buy;
        sums[at + 6] += sell;
        sums[at + 7] += unknown;
        sums[at + VWAP] += vwap;
    }

    private static long price(long price) {
        return price == BarColumns.NONE ? 0 : price;
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
