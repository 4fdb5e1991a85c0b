/// One session of the ledger: its directory, its two slot matrices, its payload maps. Start with [SessionLedger].
@NullMarked
package io.m17.ledger.session;

import org.jspecify.annotations.NullMarked;
