package io.m17.ledger;

/// What became of a write to a slot.
public sealed interface SetResult {
    /// The slot holds what was asked for.
    record Written() implements SetResult {}

    /// Somebody else changed the slot first, the slot is retired, or the version would regress; nothing was written.
    ///
    /// @param slot the slot as it is now
    record Conflict(Slot slot) implements SetResult {}

    default boolean written() {
        return this instanceof Written;
    }
}
