package io.m17.ledger;

/// A slot as one moment saw it: no field of it comes from another write than the rest.
///
/// @param word the slot's first word, which names this very state; a claim or write against it fails when the slot has
///     changed since
/// @param status the effective status: a claim of a process that is gone counts as what stood there before
/// @param lastUpdatedNs write time, nanoseconds since the Unix epoch
public record Slot(
        long word,
        SlotStatus status,
        Reason reason,
        PayloadType payloadType,
        int payloadId,
        int version,
        int checksum,
        long lastUpdatedNs) {

    /// Whether a payload stands here that nobody took away.
    public boolean filled() {
        return status == SlotStatus.FILLED;
    }

    /// Whether a payload stands here, be it that somebody has claimed the slot to replace it.
    public boolean standing() {
        return filled() || (status == SlotStatus.PENDING && payloadId != 0);
    }

    /// Whether somebody looked and found no rows.
    public boolean knownEmpty() {
        return filled() && reason == Reason.KNOWN_EMPTY;
    }

    /// Whether what the slot has now is what it has until somebody decides otherwise: nobody is about to fill it first.
    public boolean settled() {
        return standing() || unavailable();
    }

    /// Whether the slot is not filled and will not be until the outside world changes.
    public boolean unavailable() {
        return status == SlotStatus.RETIRED || (status == SlotStatus.EMPTY && reason.terminal());
    }
}
