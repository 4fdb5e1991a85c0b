/// The state directory as a whole: its layout, its lock, and the report of opening it.
@NullMarked
package io.m17.ledger.state;

import org.jspecify.annotations.NullMarked;
