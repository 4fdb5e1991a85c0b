package io.m17.simulator;

import java.nio.file.Path;

/// A file that was written.
///
/// @param rows data rows, without the header
/// @param csvBytes length of the text before compression
public record SimulatedFile(Path path, long rows, long csvBytes) {}
