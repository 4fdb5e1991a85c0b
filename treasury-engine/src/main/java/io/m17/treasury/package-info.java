/// The treasury engine: fills `rf_rate_ref` from published yield curves, of a directory or of an API. Start with
/// [TreasuryEngine], and at [CurveSource] for where curves come from.
@NullMarked
package io.m17.treasury;

import org.jspecify.annotations.NullMarked;
