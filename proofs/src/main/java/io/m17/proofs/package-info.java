/// Claims about m17 as programs that try to break them, run for as long as one likes.
@NullMarked
package io.m17.proofs;

import org.jspecify.annotations.NullMarked;
