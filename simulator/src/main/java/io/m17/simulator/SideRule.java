package io.m17.simulator;

/// What decided a trade's side, or why nothing could.
enum SideRule {
    /// Above or below the midpoint.
    QUOTE,
    /// At the midpoint, by the last different price.
    TICK,
    /// At the midpoint, and no earlier eligible trade had another price.
    NO_EARLIER_PRICE,
    /// No quote before the trade.
    NO_QUOTE,
    /// The prevailing quote lacks a side.
    ONE_SIDED,
    /// The prevailing bid is above the ask.
    CROSSED,
    /// The two clocks differ by more than a minute.
    LATE,
    /// The correction code is neither 0 nor 1.
    VOIDED
}
