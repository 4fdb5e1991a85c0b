/// Treasury par yields: the curves of a file, and the continuous rate between their tenors. Start with
/// [TreasuryCsv] and [RateCurve]. Immutable and thread-safe.
@NullMarked
package io.m17.market.treasury;

import org.jspecify.annotations.NullMarked;
