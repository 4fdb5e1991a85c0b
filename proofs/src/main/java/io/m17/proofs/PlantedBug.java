package io.m17.proofs;

/// A bug that was put in on purpose, so that a proof which no longer sees anything is noticed.
///
/// @param name the rule that the bug breaks
/// @param found whether the proof found it
public record PlantedBug(String name, boolean found) {}
