package io.m17.ledger.session;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;

/// A slot that its holder has marked pending. It is good until somebody else writes the slot: then filling or releasing
/// it is a conflict and changes nothing.
///
/// @param before the slot as it was when it was claimed
/// @param held the slot since then
public record Claim(SlotColumn column, int symbolId, int minute, Slot before, Slot held) {}
