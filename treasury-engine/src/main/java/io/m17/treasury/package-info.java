/// The treasury engine: fills `rf_rate_ref` from published yield curves. Start with [TreasuryEngine].
@NullMarked
package io.m17.treasury;

import org.jspecify.annotations.NullMarked;
