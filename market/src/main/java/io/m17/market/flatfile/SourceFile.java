package io.m17.market.flatfile;

import java.time.LocalDate;

/// A flat file as it lies in its store. Length, time of modification and ETag tell whether the vendor replaced it.
///
/// @param location its path or URI
/// @param lengthBytes as stored
/// @param modifiedNs its time of modification, nanoseconds since the Unix epoch
/// @param etag what the store calls this state of it; empty where files have none
public record SourceFile(
        String location, Dataset dataset, LocalDate date, long lengthBytes, long modifiedNs, String etag) {}
