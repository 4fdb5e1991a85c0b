/// Quotes (the national best bid and offer) as columns, the one that prevails, and how it follows from the quotes of
/// exchanges. Start with [QuoteColumns]. Confined to one thread at a time.
@NullMarked
package io.m17.market.quote;

import org.jspecify.annotations.NullMarked;
