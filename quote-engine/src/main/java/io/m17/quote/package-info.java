/// The quote engine: fills `quote_ref` from the vendor's quote files. Start with [QuoteEngine].
@NullMarked
package io.m17.quote;

import org.jspecify.annotations.NullMarked;
