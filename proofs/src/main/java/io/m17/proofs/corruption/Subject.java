package io.m17.proofs.corruption;

import io.m17.ledger.SlotColumn;
import java.util.List;
import java.util.Set;

/// One file of the state directory and the two questions put to it after damage: what `verify` says of it, and what a
/// reader is given.
interface Subject {
    /// Its path below the state directory.
    String file();

    /// The offsets that are turned over one by one: those of headers, marks and footers.
    List<Range> header();

    /// The columns whose cells stand on it, and may be lost with it.
    Set<SlotColumn> columns();

    /// What the checks behind `verify` find, empty when nothing.
    List<String> faults();

    /// Everything that a reader of the public interface is given: values, or [Refused].
    List<Object> values();

    /// Whether a page of zeros, which `verify` finds, may make one value of another: an older valid state.
    default boolean isOlder(Object was, Object is) {
        return false;
    }

    /// Bytes `[from, to)` of a file.
    record Range(long from, long to) {}
}
