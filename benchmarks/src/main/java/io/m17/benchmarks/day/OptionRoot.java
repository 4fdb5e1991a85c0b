package io.m17.benchmarks.day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An underlying with a chain, and how much of the market's quotes is about it.
///
/// @param spot at the open, dollars
/// @param share of all rows, 0 to 1; the busiest has a sixth
record OptionRoot(String name, double spot, double share) {
    private static final double EXPONENT = 0.8;
    private static final double SWING = 0.01;

    /// The busiest first.
    private static final List<String> NAMES = List.of(
            "SPY", "QQQ", "SPXW", "NVDA", "TSLA", "AAPL", "IWM", "META", "MSFT", "AMZN", "AMD", "GOOGL", "NFLX", "AVGO",
            "COIN", "PLTR", "MSTR", "SMH", "GLD", "TLT", "DIA", "BA", "JPM", "XOM", "COST", "LLY", "UNH", "CRM", "ORCL",
            "MU", "INTC", "DIS", "WMT", "GS", "CAT", "HD", "V", "BAC", "F", "T");

    /// All roots in the order of their tickers.
    static List<OptionRoot> all() {
        double total = 0;
        for (int rank = 0; rank < NAMES.size(); rank++) {
            total += weight(rank);
        }
        List<OptionRoot> roots = new ArrayList<>();
        for (int rank = 0; rank < NAMES.size(); rank++) {
            roots.add(new OptionRoot(NAMES.get(rank), spot(rank), weight(rank) / total));
        }
        return roots.stream()
                .sorted(Comparator.comparing(root -> root.name() + "2"))
                .toList();
    }

    private static double weight(int rank) {
        return Math.pow(rank + 1.0, -EXPONENT);
    }

    /// Between 60 and 590 dollars.
    private static double spot(int rank) {
        return 590 - 13.25 * rank;
    }

    /// The price at a time of the session, 0 to 1: it swings by a per cent around the open's.
    double spotAt(double time) {
        return spot * (1 + SWING * Math.sin(2 * Math.PI * time * (2 + name.length())));
    }
}
