/// The symbol axis: which number stands for which instrument.
@NullMarked
package io.m17.ledger.symbol;

import org.jspecify.annotations.NullMarked;
