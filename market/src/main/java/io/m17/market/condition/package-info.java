/// What a trade may update, by its sale conditions, as versioned data. Start with [TradeConditions]; a desk's own
/// table is read by [TradeConditionsFile]. Immutable and thread-safe.
@NullMarked
package io.m17.market.condition;

import org.jspecify.annotations.NullMarked;
