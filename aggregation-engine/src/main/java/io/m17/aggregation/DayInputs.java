package io.m17.aggregation;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.publication.InputDigest;
import io.m17.publication.SlotReads;

/// The input slots of an instrument's session, by which rules they are aggregated, and which minutes can be.
///
/// @param policyDigest of the rules
/// @param greeks null-free; on an equity the slots of a column that is not expected, and never asked
record DayInputs(boolean chain, int policyDigest, Slot[] trades, Slot[] aggressors, Slot[] greeks) {
    static DayInputs read(SessionLedger session, int symbolId, AggregationPolicy policy) {
        boolean chain = isChain(session, symbolId);
        return new DayInputs(
                chain,
                policy.digest(chain),
                SlotReads.slots(session, SlotColumn.TRADE, symbolId),
                SlotReads.slots(session, SlotColumn.AGGRESSOR, symbolId),
                SlotReads.slots(session, SlotColumn.GREEKS, symbolId));
    }

    /// Whether the instrument's trades are option trades.
    static boolean isChain(SessionLedger session, int symbolId) {
        return session.expects(symbolId, SlotColumn.GREEKS);
    }

    /// Whether a minute's trades are there, and whatever else it could have is there or cannot be had.
    boolean ready(int minute) {
        return trades[minute].filled() && settled(aggressors[minute]) && (!chain || settled(greeks[minute]));
    }

    /// What a minute is made from, and by which rules; nothing without trades.
    int digest(int minute) {
        if (trades[minute].knownEmpty()) {
            return InputDigest.NONE;
        }
        return InputDigest.of(
                trades[minute].checksum(),
                presence(aggressors[minute]),
                aggressors[minute].checksum(),
                chain ? presence(greeks[minute]) : 0,
                chain ? greeks[minute].checksum() : 0,
                policyDigest);
    }

    private static boolean settled(Slot slot) {
        return slot.filled() || slot.unavailable();
    }

    private static int presence(Slot slot) {
        return slot.filled() ? 1 : 0;
    }
}
