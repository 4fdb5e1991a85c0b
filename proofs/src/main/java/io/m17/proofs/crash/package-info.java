/// Crashes: a ledger and its logs are written by a workload that says beforehand what it is going to do, and are held
/// against that afterwards, wherever the writer or the machine stopped. Start with [io.m17.proofs.crash.Workload] for
/// what is done, with [io.m17.proofs.crash.Oracle] for what must hold.
@NullMarked
package io.m17.proofs.crash;

import org.jspecify.annotations.NullMarked;
