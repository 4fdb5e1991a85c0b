/// The ledger's vocabulary: columns, statuses, reasons, slots and results. Start with [Ledger], then
/// [io.m17.ledger.session.SessionLedger].
@NullMarked
package io.m17.ledger;

import org.jspecify.annotations.NullMarked;
