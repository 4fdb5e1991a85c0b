/// What the symbol axis of the ledger holds: equities, option chains and option contracts. Start with [Instrument];
/// [OptionTicker] takes a contract's ticker apart. Every type here is immutable and thread-safe.
@NullMarked
package io.m17.market.instrument;

import org.jspecify.annotations.NullMarked;
