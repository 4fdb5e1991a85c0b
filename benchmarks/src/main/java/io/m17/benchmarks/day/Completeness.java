package io.m17.benchmarks.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a finished day must have: which columns are looked at, and how many windows of them cannot be had.
///
/// @param columns by their labels; empty for all
/// @param absent windows for which the vendor has no file or no rows, by column
public record Completeness(Set<String> columns, Map<String, Long> absent) {
    /// Every expected window of every column.
    public static final Completeness WHOLE = new Completeness(Set.of(), Map.of());

    public Completeness {
        columns = Set.copyOf(columns);
        absent = Map.copyOf(absent);
    }

    /// What is missing and should not be, or is there and cannot be; empty when all is as it must be.
    List<String> faults(Coverage coverage) {
        List<String> faults = new ArrayList<>();
        coverage.missing().forEach((column, missing) -> {
            long expected = absent.getOrDefault(column, 0L);
            if ((columns.isEmpty() || columns.contains(column)) && missing != expected) {
                faults.add(missing + " windows of " + column + " are missing instead of " + expected);
            }
        });
        return faults;
    }
}
