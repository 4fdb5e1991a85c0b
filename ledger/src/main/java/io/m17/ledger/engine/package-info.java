/// What an engine is, what it is given, and the loop that drives it.
@NullMarked
package io.m17.ledger.engine;

import org.jspecify.annotations.NullMarked;
