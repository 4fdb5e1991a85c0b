/// The trading calendar: which days are sessions, when each opens and closes, and the minute windows of a year.
///
/// Start with [WindowSpace] for windows and [ExchangeCalendar] for days. The facts are data: three tables among the
/// resources, each row with its source, described in `docs/format/calendar.md`. Everything here is immutable or safe
/// for any thread, and nothing reads a clock.
@NullMarked
package io.m17.ledger.calendar;

import org.jspecify.annotations.NullMarked;
