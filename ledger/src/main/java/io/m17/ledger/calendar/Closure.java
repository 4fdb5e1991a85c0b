package io.m17.ledger.calendar;

import java.time.LocalDate;

/// A single day on which the exchange did not open although no holiday closed it.
record Closure(LocalDate date, CalendarNote note) {}
