/// Races: the slot protocol and both logs under a model checker and under stress, and a tailer in another process. Each
/// tool also gets versions in which one rule of the protocol is broken, and has to find them. Start at
/// [io.m17.proofs.races.LincheckProof].
@NullMarked
package io.m17.proofs.races;

import org.jspecify.annotations.NullMarked;
