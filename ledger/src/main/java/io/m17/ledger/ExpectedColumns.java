package io.m17.ledger;

import java.util.Set;

/// Which columns are expected of an instrument in a session that lists it: a set of [SlotColumn#bit()].
///
/// @param ratedEquities the equities that carry the risk-free rate beside the chains
public record ExpectedColumns(Set<String> ratedEquities) {
    private static final int EQUITY = SlotColumn.TRADE.bit()
            | SlotColumn.QUOTE.bit()
            | SlotColumn.AGGRESSOR.bit()
            | SlotColumn.AGGREGATES.stream().mapToInt(SlotColumn::bit).sum();
    private static final int OPTION = EQUITY | SlotColumn.RF_RATE.bit() | SlotColumn.GREEKS.bit();

    public ExpectedColumns {
        ratedEquities = Set.copyOf(ratedEquities);
    }

    /// The expected columns of a symbol as a bit set.
    public int of(String symbol) {
        return switch (InstrumentKind.of(symbol)) {
            case EQUITY -> ratedEquities.contains(symbol) ? EQUITY | SlotColumn.RF_RATE.bit() : EQUITY;
            case CHAIN, CONTRACT -> OPTION;
        };
    }
}
