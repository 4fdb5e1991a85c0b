package io.m17.ledger.durability;

/// What stands between a write and telling somebody that it is done.
@FunctionalInterface
public interface Acknowledgement {
    /// Returns when what this thread wrote before the call may be acknowledged: at once, or, where the policy says so,
    /// when it is durable. A write that cannot be made durable is a [io.m17.ledger.LedgerException].
    void await();
}
