/// The vendor's yields API as a source of curves: `GET <url>/fed/v1/treasury-yields`, page after page.
///
/// Start at [YieldsApi] for a fetch, at [YieldsApiOptions] for what can be set, at [YieldsApiException] for what can go
/// wrong. A fetch is confined to one thread; it knows neither the ledger nor when it is due.
@NullMarked
package io.m17.treasury.api;

import org.jspecify.annotations.NullMarked;
