/// Joining trades with quotes and signing them, in memory: m17's kernel beside DuckDB. Start with
/// [ClassificationBenchmark].
@NullMarked
package io.m17.benchmarks.classify;

import org.jspecify.annotations.NullMarked;
