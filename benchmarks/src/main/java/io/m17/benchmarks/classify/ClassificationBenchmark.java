package io.m17.benchmarks.classify;

import io.m17.benchmarks.Median;
import io.m17.nbbo.AggressorRows;
import io.m17.nbbo.Carry;
import io.m17.nbbo.Method;
import io.m17.nbbo.QuoteRows;
import io.m17.nbbo.RealisedSpread;
import io.m17.nbbo.TradeClassifier;
import io.m17.nbbo.TradeRows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/// Joins a million trades with four million quotes as of their times and signs them by Lee and Ready: m17's kernel on
/// one thread beside DuckDB on two, in one process. Both are warm, medians of three count, and both must give every
/// trade the same side.
///
/// Arguments: the number of trades, by default 1 000 000; there are four quotes a trade. Exit 0 when the target is met
/// and the sides agree, 1 when not.
public final class ClassificationBenchmark {
    private static final int TRADES = 1_000_000;
    private static final int QUOTES_A_TRADE = 4;
    private static final int PEER_THREADS = 2;
    private static final int WARMUPS = 5;
    private static final int RUNS = 3;
    private static final long SEED = 17;

    /// How many times as long DuckDB has to take.
    public static final double TARGET = 8;

    private static final double NS_PER_MS = 1e6;

    /// What was measured, milliseconds.
    ///
    /// @param classifyMs as-of join and sides
    /// @param spreadMs the realised spreads after it
    /// @param peerMs DuckDB's join and sides
    /// @param differing trades whose sides differ
    public record Result(double classifyMs, double spreadMs, double peerMs, int differing) {
        public double ratio() {
            return peerMs / classifyMs;
        }

        public boolean met() {
            return differing == 0 && ratio() >= TARGET;
        }
    }

    private final TradeRows trades;
    private final QuoteRows quotes;
    private final int tradeCount;
    private final int quoteCount;
    private final RandomDay day;
    private final TradeClassifier classifier = TradeClassifier.of(Method.LEE_READY);
    private final RealisedSpread spread =
            new RealisedSpread(Duration.ofMinutes(5).toNanos());
    private final Carry carry = new Carry();
    private final AggressorRows rows = new AggressorRows();

    ClassificationBenchmark(int tradeCount) {
        this.tradeCount = tradeCount;
        this.quoteCount = tradeCount * QUOTES_A_TRADE;
        this.day = RandomDay.of(tradeCount, quoteCount, SEED);
        byte[] flags = new byte[tradeCount];
        Arrays.fill(flags, TradeRows.ELIGIBLE);
        this.trades = new TradeRows(day.tradeNs(), day.price(), flags);
        this.quotes = new QuoteRows(day.quoteNs(), day.bid(), day.ask());
        rows.reserve(tradeCount);
    }

    public static void main(String[] arguments) throws SQLException {
        int trades = arguments.length == 0 ? TRADES : Integer.parseInt(arguments[0]);
        Result result = measure(trades);
        System.out.printf(
                Locale.ROOT,
                "%,d trades, %,d quotes: m17 %.1f ms (realised spreads %.1f ms more), DuckDB %.1f ms on %d threads,"
                        + " %.1f×, target %.0f×, %,d sides differ%n",
                trades,
                trades * QUOTES_A_TRADE,
                result.classifyMs,
                result.spreadMs,
                result.peerMs,
                PEER_THREADS,
                result.ratio(),
                TARGET,
                result.differing);
        System.exit(result.met() ? 0 : 1);
    }

    /// Measures both and compares their sides.
    public static Result measure(int trades) throws SQLException {
        return new ClassificationBenchmark(trades).measure();
    }

    private Result measure() throws SQLException {
        for (int i = 0; i < WARMUPS; i++) {
            classify();
            measureSpreads();
        }
        Median classifyMs = new Median();
        Median spreadMs = new Median();
        Median peerMs = new Median();
        try (DuckDbDay peer = new DuckDbDay(day, PEER_THREADS)) {
            for (int i = 0; i < WARMUPS; i++) {
                peer.classify();
            }
            for (int i = 0; i < RUNS; i++) {
                long startNs = System.nanoTime();
                classify();
                long classifiedNs = System.nanoTime();
                measureSpreads();
                long measuredNs = System.nanoTime();
                peer.classify();
                long peerNs = System.nanoTime();
                classifyMs.add((classifiedNs - startNs) / NS_PER_MS);
                spreadMs.add((measuredNs - classifiedNs) / NS_PER_MS);
                peerMs.add((peerNs - measuredNs) / NS_PER_MS);
            }
            return new Result(classifyMs.value(), spreadMs.value(), peerMs.value(), differing(peer.sides(tradeCount)));
        }
    }

    private void classify() {
        carry.clear();
        classifier.classify(trades, 0, tradeCount, quotes, 0, quoteCount, carry, rows);
    }

    private void measureSpreads() {
        spread.measure(trades, 0, tradeCount, quotes, 0, quoteCount, rows);
    }

    private int differing(byte[] sides) {
        int differing = 0;
        for (int row = 0; row < tradeCount; row++) {
            differing += sides[row] == rows.side(row) ? 0 : 1;
        }
        return differing;
    }
}
