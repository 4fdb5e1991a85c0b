package io.m17.proofs;

import java.util.List;
import java.util.Optional;

/// What a proof did and what it found.
///
/// @param count how often the claim was tried, in the proof's unit
/// @param failures what broke, a line each with what it takes to see it again; empty when the claim held
/// @param planted the bugs put in on purpose
/// @param notes what was covered, a line each
/// @param skipped why the proof could not be tried on this machine, when that is so
public record Outcome(
        long count, List<String> failures, List<PlantedBug> planted, List<String> notes, Optional<String> skipped) {
    public Outcome {
        failures = List.copyOf(failures);
        planted = List.copyOf(planted);
        notes = List.copyOf(notes);
    }

    /// The outcome of a proof without planted bugs.
    public static Outcome of(long count, List<String> failures) {
        return of(count, failures, List.of());
    }

    /// The outcome of a proof with planted bugs.
    public static Outcome of(long count, List<String> failures, List<PlantedBug> planted) {
        return new Outcome(count, failures, planted, List.of(), Optional.empty());
    }

    /// The outcome where the machine lacks what the proof needs.
    public static Outcome skipped(String why) {
        return new Outcome(0, List.of(), List.of(), List.of(), Optional.of(why));
    }

    /// The same with lines that say what was covered.
    public Outcome withNotes(List<String> lines) {
        return new Outcome(count, failures, planted, lines, skipped);
    }

    /// Whether the claim held, was tried at all, and every planted bug was found; or could not be tried here.
    public boolean held() {
        return skipped.isPresent()
                || (count > 0 && failures.isEmpty() && planted.stream().allMatch(PlantedBug::found));
    }
}
