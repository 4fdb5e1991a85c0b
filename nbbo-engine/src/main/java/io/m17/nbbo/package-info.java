/// Who started each trade: every trade joined with the national best bid and offer before it, and signed by one of the
/// published classification methods. Start with [TradeClassifier].
///
/// The kernel is pure: arrays in, arrays out, no clock, no input or output. Its classes are confined to one thread at a
/// time, except [TradeClassifier] itself, which is immutable.
@NullMarked
package io.m17.nbbo;

import org.jspecify.annotations.NullMarked;
