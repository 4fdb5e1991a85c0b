/// Trades as columns, and what the tick test remembers of them. Start with [TradeColumns]. Confined to one thread at a
/// time.
@NullMarked
package io.m17.market.trade;

import org.jspecify.annotations.NullMarked;
