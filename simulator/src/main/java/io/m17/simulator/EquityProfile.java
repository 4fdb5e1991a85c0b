package io.m17.simulator;

/// How one equity trades.
///
/// @param openPrice price at the open in dollars
/// @param volatility volatility a square-root year of trading
/// @param spreadTicks typical half spread in ticks
/// @param share share of the day's trades and quotes
/// @param tape 1 NYSE, 2 Arca and regional, 3 Nasdaq
/// @param presence which of the day's rows it has
/// @param halts whether trading is halted once
record EquityProfile(
        String ticker,
        double openPrice,
        double volatility,
        double spreadTicks,
        double share,
        int tape,
        Presence presence,
        boolean halts) {

    /// Which rows an equity has: the odd ones are what a ledger must still get right.
    enum Presence {
        /// Trades and quotes all day.
        FULL,
        /// A few dozen trades and quotes: most minutes are empty.
        QUIET,
        /// Trades all day, quotes before the open only: every quote window is known to be empty.
        STALE_QUOTES,
        /// A few trades and quotes before the open and none after: listed, and every window empty.
        PRE_MARKET_ONLY
    }

    boolean optionable() {
        return presence == Presence.FULL && ticker.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}
