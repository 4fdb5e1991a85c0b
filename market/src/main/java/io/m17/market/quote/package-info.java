/// Quotes (the national best bid and offer) as columns, and the one that prevails. Start with [QuoteColumns]. Confined
/// to one thread at a time.
@NullMarked
package io.m17.market.quote;

import org.jspecify.annotations.NullMarked;
