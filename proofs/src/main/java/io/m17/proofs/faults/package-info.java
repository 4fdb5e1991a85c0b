/// What m17 does when the disk, another process or the clock fails it: every call that can fail is made to, and what
/// was acknowledged must still be there. Start with [NthCallProof].
@NullMarked
package io.m17.proofs.faults;

import org.jspecify.annotations.NullMarked;
