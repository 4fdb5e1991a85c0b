package io.m17.ledger.slot;

import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import java.util.Optional;

/// Knows whether the payload that a slot points at is there and is the one that the slot means.
@FunctionalInterface
public interface SlotResolver {
    /// [Reason#NONE] when it is; otherwise why not.
    Reason fault(int symbolId, int minute, SlotColumn column, Slot slot);

    /// What a slot whose write was cut short stood for, or was to stand for: filled with the payload that
    /// its bytes name. Empty when that payload is not there, or is not this window's.
    default Optional<Slot> restored(
            int symbolId, int minute, SlotColumn column, int payloadId, int version, long lastUpdatedNs) {
        return Optional.empty();
    }
}
