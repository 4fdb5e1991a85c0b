/// The audit log: who did what to the ledger, hash-chained, so that an entry that was altered or taken out is found.
/// Thread-safe.
@NullMarked
package io.m17.ledger.audit;

import org.jspecify.annotations.NullMarked;
