package io.m17.proofs;

import java.util.List;

/// What a proof did and what it found.
///
/// @param count how often the claim was tried, in the proof's unit
/// @param failures what broke, a line each with what it takes to see it again; empty when the claim held
/// @param planted the bugs put in on purpose
public record Outcome(long count, List<String> failures, List<PlantedBug> planted) {
    public Outcome {
        failures = List.copyOf(failures);
        planted = List.copyOf(planted);
    }

    /// The outcome of a proof without planted bugs.
    public static Outcome of(long count, List<String> failures) {
        return new Outcome(count, failures, List.of());
    }

    /// Whether the claim held, was tried at all, and every planted bug was found.
    public boolean held() {
        return count > 0 && failures.isEmpty() && planted.stream().allMatch(PlantedBug::found);
    }
}
