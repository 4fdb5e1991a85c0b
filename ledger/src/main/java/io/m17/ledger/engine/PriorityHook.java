package io.m17.ledger.engine;

import io.m17.ledger.SlotColumn;

/// A way to have one column's work done before the rest.
///
/// @param column whose windows are preferred
/// @param description what the engine does when a region asks for them, in one sentence
public record PriorityHook(SlotColumn column, String description) {}
