package io.m17.benchmarks;

/// How much of a day is measured.
///
/// @param runs of each side; their median counts
/// @param trades of the simulated day; there are four quotes a trade
/// @param optionQuotes rows of the one file of option quotes
/// @param classifiedTrades trades that are signed in memory
/// @param windowSymbols symbols whose windows are rolled in memory
/// @param heapMib the heap that the large days are given, MiB
public record DayScale(int runs, long trades, long optionQuotes, int classifiedTrades, int windowSymbols, int heapMib) {
    /// What `docs/performance.md` is made from.
    public static final DayScale FULL = new DayScale(3, 1_000_000, 100_000_000, 1_000_000, 10_000, 2048);

    /// Whether everything runs; its figures say little.
    public static final DayScale QUICK = new DayScale(1, 20_000, 500_000, 20_000, 200, 512);

    /// How many times as large the large day is.
    public static final int MULTIPLE = 20;

    private static final int QUOTES_A_TRADE = 4;

    public long quotes() {
        return trades * QUOTES_A_TRADE;
    }
}
