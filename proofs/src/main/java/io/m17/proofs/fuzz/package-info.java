/// Every decoder of m17 against bytes that nobody wrote: a typed error or a value that survives being written again, no
/// other exception, no hang, no memory on the word of a length field. Start with [FuzzProof].
@NullMarked
package io.m17.proofs.fuzz;

import org.jspecify.annotations.NullMarked;
