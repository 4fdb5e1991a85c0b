/// Artifacts: rows as zstd Parquet files that are written once, named by a URI with a row range, and read back by
/// that range. Start with [ArtifactWriter] and [ArtifactReader]; the columns of the derived artifacts are
/// [AggressorColumns], [GreeksColumns] and [AggregateColumns]. `docs/format/artifacts.md` describes the file. A
/// writer and a reader are each confined to one thread at a time; everything else is a value.
@NullMarked
package io.m17.market.artifact;

import org.jspecify.annotations.NullMarked;
