package io.m17.benchmarks.window;

import io.m17.aggregation.MinuteBars;
import io.m17.aggregation.RollingBars;
import io.m17.benchmarks.Median;
import java.sql.SQLException;

/// Rolls the six windows of every minute of many symbols, from their minute bars: m17's kernel on one thread beside
/// DuckDB on two, in one process. Both are warm, in turns, and must arrive at the same sums.
public final class WindowBenchmark {
    private static final int PEER_THREADS = 2;
    private static final int WARMUPS = 2;
    private static final long SEED = 17;
    private static final double NS_PER_MS = 1e6;

    /// What was measured, medians in milliseconds.
    ///
    /// @param equal whether both have the same windows
    public record Result(double rollMs, double peerMs, boolean equal) {
        public double ratio() {
            return peerMs / rollMs;
        }
    }

    private final RandomMinutes day;
    private final MinuteBars minutes = MinuteBars.forEquity();
    private final RollingBars rolling = RollingBars.forEquity();
    private final WindowSums sums = new WindowSums();

    private WindowBenchmark(int symbols) {
        this.day = RandomMinutes.of(symbols, SEED);
    }

    /// @param symbols each with 390 minutes
    /// @param runs that count
    public static Result measure(int symbols, int runs) throws SQLException {
        return new WindowBenchmark(symbols).measure(runs);
    }

    private Result measure(int runs) throws SQLException {
        Median rollMs = new Median();
        Median peerMs = new Median();
        boolean equal = true;
        try (DuckDbMinutes peer = new DuckDbMinutes(day, PEER_THREADS)) {
            for (int run = -WARMUPS; run < runs; run++) {
                long rollNs = roll();
                long beginNs = System.nanoTime();
                WindowSums theirs = peer.roll();
                long peerNs = System.nanoTime() - beginNs;
                equal &= sums.agreesWith(theirs);
                if (run >= 0) {
                    rollMs.add(rollNs / NS_PER_MS);
                    peerMs.add(peerNs / NS_PER_MS);
                }
            }
        }
        return new Result(rollMs.value(), peerMs.value(), equal);
    }

    /// Gives the time from the minute bars to the sums of the windows; that of the trades is left out.
    private long roll() {
        sums.clear();
        long rollNs = 0;
        for (int symbol = 0; symbol < day.symbols(); symbol++) {
            day.fill(symbol, minutes);
            long beginNs = System.nanoTime();
            rolling.roll(minutes);
            sums.add(rolling);
            rollNs += System.nanoTime() - beginNs;
        }
        return rollNs;
    }
}
