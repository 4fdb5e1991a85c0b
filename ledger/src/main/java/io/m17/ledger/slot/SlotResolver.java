package io.m17.ledger.slot;

import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;

/// Knows whether the payload that a slot points at is there and is the one that the slot means.
@FunctionalInterface
public interface SlotResolver {
    /// [Reason#NONE] when it is; otherwise why not.
    Reason fault(int symbolId, int minute, SlotColumn column, Slot slot);
}
