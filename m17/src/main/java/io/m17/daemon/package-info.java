/// The daemon: it opens the ledger, starts the engines, watches over them, serves metrics, and stops in order.
///
/// Start at [Daemon]. One supervising thread, the caller's, opens, looks and closes; engines run on threads of their
/// own; the metrics endpoint answers on two threads and only reads.
@NullMarked
package io.m17.daemon;

import org.jspecify.annotations.NullMarked;
