/// The slot matrix: fixed-size slots in a mapped file, updated in place by compare-and-swap. [SlotLayout], [RowLayout]
/// and [SummaryLayout] hold every offset; [SlotProtocol] is the order of stores and loads behind the small [SlotMemory]
/// interface; [SlotMatrix] is one ledger file of one session. Thread-safe unless a type says otherwise.
@NullMarked
package io.m17.ledger.slot;

import org.jspecify.annotations.NullMarked;
