package io.m17.config;

import java.time.LocalDate;
import java.util.Optional;

/// The sessions of ordinary work: so many months each way of an anchor.
///
/// @param anchor today when empty
public record Horizon(int months, Optional<LocalDate> anchor) {
    /// Whether the date lies inside, both ends included.
    public boolean contains(LocalDate date, LocalDate today) {
        LocalDate middle = anchor.orElse(today);
        return !date.isBefore(middle.minusMonths(months)) && !date.isAfter(middle.plusMonths(months));
    }
}
