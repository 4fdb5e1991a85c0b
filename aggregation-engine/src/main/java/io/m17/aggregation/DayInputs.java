package io.m17.aggregation;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.publication.InputDigest;
import io.m17.publication.SlotReads;

/// The input slots of an instrument's session, and which minutes can be aggregated.
///
/// @param greeks null-free; on an equity the slots of a column that is not expected, and never asked
record DayInputs(boolean chain, Slot[] trades, Slot[] aggressors, Slot[] greeks) {
    static DayInputs read(SessionLedger session, int symbolId) {
        boolean chain = session.expects(symbolId, SlotColumn.GREEKS);
        return new DayInputs(
                chain,
                SlotReads.slots(session, SlotColumn.TRADE, symbolId),
                SlotReads.slots(session, SlotColumn.AGGRESSOR, symbolId),
                SlotReads.slots(session, SlotColumn.GREEKS, symbolId));
    }

    /// Whether a minute's trades are there, and whatever else it could have is there or cannot be had.
    boolean ready(int minute) {
        return trades[minute].filled() && settled(aggressors[minute]) && (!chain || settled(greeks[minute]));
    }

    /// What a minute is made from; nothing without trades.
    int digest(int minute) {
        if (trades[minute].knownEmpty()) {
            return InputDigest.NONE;
        }
        return InputDigest.of(
                trades[minute].checksum(),
                presence(aggressors[minute]),
                aggressors[minute].checksum(),
                chain ? presence(greeks[minute]) : 0,
                chain ? greeks[minute].checksum() : 0);
    }

    private static boolean settled(Slot slot) {
        return slot.filled() || slot.unavailable();
    }

    private static int presence(Slot slot) {
        return slot.filled() ? 1 : 0;
    }
}
