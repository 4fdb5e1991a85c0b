/// Bars of one instrument and session: a bar a minute from its trades, and from those the six rolling windows at every
/// minute. Start with [RollingBars].
///
/// The kernel is pure: numbers in, columns out, no clock, no input or output, and no allocation after construction. Its
/// classes are workspaces to be reused from instrument to instrument, each confined to one thread at a time.
@NullMarked
package io.m17.aggregation;

import org.jspecify.annotations.NullMarked;
