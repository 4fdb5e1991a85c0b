/// Damage to the files of a state directory: every byte of it is found or does not matter, no reader is ever given
/// another value, and opening for writing mends what it can. Start with [CorruptionProof].
@NullMarked
package io.m17.proofs.corruption;

import org.jspecify.annotations.NullMarked;
