package io.m17.simulator;

import java.time.LocalDate;
import java.time.LocalTime;

/// What day to simulate and how large. Row numbers are targets: halts, special prints and corrections move them by
/// a few percent.
///
/// @param seed decides every row; the same configuration gives the same bytes
/// @param close New York time of the session's end, 16:00 or on an early close 13:00; the open is 09:30
/// @param equities number of equities, each with trades and quotes
/// @param chains number of option chains, on the most active equities
/// @param stockTrades target rows of the stock trade file
/// @param stockQuotes target rows of the stock quote file
/// @param optionTrades target rows of the option trade file
/// @param optionQuotes target rows of the option quote file
/// @param expirations expirations a chain, 1 to 6: today, two weeklies, next month, half a year, eighteen months
/// @param strikes strikes an expiration, each with a call and a put
/// @param outOfOrderShare share of rows, 0 to 1, that stand in the file away from their place in time
/// @param optionParticipantTimestamps whether option trades have the documented `participant_timestamp` column
/// @param dividendYield continuous yield of every underlying
public record SimulationConfig(
        long seed,
        LocalDate date,
        LocalTime close,
        int equities,
        int chains,
        long stockTrades,
        long stockQuotes,
        long optionTrades,
        long optionQuotes,
        int expirations,
        int strikes,
        double outOfOrderShare,
        boolean optionParticipantTimestamps,
        double dividendYield) {
    private static final int ROWS_PER_TICKER_MAX = 50_000_000;
    private static final int EQUITIES_MAX = 10_000;
    private static final int STRIKES_MAX = 500;

    public SimulationConfig {
        require(equities >= 1 && equities <= EQUITIES_MAX, "equities must be 1 to " + EQUITIES_MAX, equities);
        require(chains >= 0 && chains <= equities, "chains must be 0 to the number of equities", chains);
        require(expirations >= 1 && expirations <= Expirations.COUNT_MAX, "expirations must be 1 to 6", expirations);
        require(strikes >= 1 && strikes <= STRIKES_MAX, "strikes must be 1 to " + STRIKES_MAX, strikes);
        require(outOfOrderShare >= 0 && outOfOrderShare <= 1, "outOfOrderShare must be 0 to 1", outOfOrderShare);
        require(Math.abs(dividendYield) <= 1, "dividendYield must be within 1", dividendYield);
        requireRows(stockTrades, equities);
        requireRows(stockQuotes, equities);
        requireRows(optionTrades, Math.max(1, chains));
        requireRows(optionQuotes, Math.max(1, chains));
        require(!close.isAfter(LocalTime.of(16, 0)), "close must be 16:00 or earlier", close);
        require(close.isAfter(LocalTime.of(10, 30)), "close must be after 10:30", close);
        require(close.getSecond() == 0 && close.getNano() == 0, "close must be a whole minute", close);
    }

    /// A day for a first look: eight equities and two chains, about 60 000 trades and 250 000 quotes.
    public static SimulationConfig demo() {
        return new SimulationConfig(
                17,
                LocalDate.of(2025, 6, 2),
                LocalTime.of(16, 0),
                8,
                2,
                50_000,
                140_000,
                10_000,
                110_000,
                4,
                13,
                0.01,
                true,
                0);
    }

    /// A day for tests, generated in a fraction of a second: four equities and one chain.
    public static SimulationConfig small() {
        return new SimulationConfig(
                7,
                LocalDate.of(2025, 6, 2),
                LocalTime.of(16, 0),
                4,
                1,
                4_000,
                12_000,
                1_000,
                8_000,
                3,
                5,
                0.02,
                true,
                0);
    }

    /// A day for measurements: two hundred equities, no chains, rows in time order as in most vendor files.
    public static SimulationConfig large(long trades, long quotes) {
        return new SimulationConfig(
                17, LocalDate.of(2025, 6, 2), LocalTime.of(16, 0), 200, 0, trades, quotes, 0, 0, 1, 1, 0, true, 0);
    }

    public SimulationConfig withSeed(long newSeed) {
        return new SimulationConfig(
                newSeed,
                date,
                close,
                equities,
                chains,
                stockTrades,
                stockQuotes,
                optionTrades,
                optionQuotes,
                expirations,
                strikes,
                outOfOrderShare,
                optionParticipantTimestamps,
                dividendYield);
    }

    /// Another day. From 2025-11-03 quote sizes are shares, from 2026-02-23 trade sizes decimal, as at the vendor.
    public SimulationConfig withDate(LocalDate newDate) {
        return new SimulationConfig(
                seed,
                newDate,
                close,
                equities,
                chains,
                stockTrades,
                stockQuotes,
                optionTrades,
                optionQuotes,
                expirations,
                strikes,
                outOfOrderShare,
                optionParticipantTimestamps,
                dividendYield);
    }

    /// Another end of the session, New York time.
    public SimulationConfig withClose(LocalTime newClose) {
        return new SimulationConfig(
                seed,
                date,
                newClose,
                equities,
                chains,
                stockTrades,
                stockQuotes,
                optionTrades,
                optionQuotes,
                expirations,
                strikes,
                outOfOrderShare,
                optionParticipantTimestamps,
                dividendYield);
    }

    public SimulationConfig withInstruments(int newEquities, int newChains) {
        return new SimulationConfig(
                seed,
                date,
                close,
                newEquities,
                newChains,
                stockTrades,
                stockQuotes,
                optionTrades,
                optionQuotes,
                expirations,
                strikes,
                outOfOrderShare,
                optionParticipantTimestamps,
                dividendYield);
    }

    public SimulationConfig withOutOfOrderShare(double share) {
        return new SimulationConfig(
                seed,
                date,
                close,
                equities,
                chains,
                stockTrades,
                stockQuotes,
                optionTrades,
                optionQuotes,
                expirations,
                strikes,
                share,
                optionParticipantTimestamps,
                dividendYield);
    }

    /// The layout of option trades seen in 2026, which lacks `participant_timestamp`, when `present` is false.
    public SimulationConfig withOptionParticipantTimestamps(boolean present) {
        return new SimulationConfig(
                seed,
                date,
                close,
                equities,
                chains,
                stockTrades,
                stockQuotes,
                optionTrades,
                optionQuotes,
                expirations,
                strikes,
                outOfOrderShare,
                present,
                dividendYield);
    }

    private static void requireRows(long rows, int tickers) {
        require(
                rows >= 0 && rows / tickers <= ROWS_PER_TICKER_MAX,
                "row targets must be 0 to 50 million a ticker",
                rows);
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " [value=" + value + "]");
        }
    }
}
