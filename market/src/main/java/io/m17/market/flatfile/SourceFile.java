package io.m17.market.flatfile;

import java.nio.file.Path;
import java.time.LocalDate;

/// A flat file as it lies on disk. `modifiedNs` is its time of modification in nanoseconds since the Unix epoch: with
/// the length it tells whether the vendor's file was replaced.
public record SourceFile(Path path, Dataset dataset, LocalDate date, long lengthBytes, long modifiedNs) {}
