/// Proof and repair: the chain from slot to record to file is checked, mended, rebuilt from the maps, or hashed.
@NullMarked
package io.m17.ledger.check;

import org.jspecify.annotations.NullMarked;
