package io.m17.report;

import io.m17.ledger.slot.ColumnCounts;

/// How complete one column of a session is.
///
/// @param lagMinutes minutes since the end of the oldest window that is over and unfilled, or 0
public record ColumnCoverage(ColumnCounts counts, long lagMinutes) {}
