/// The six rolling windows of a day, in memory: m17's kernel beside DuckDB's window functions. Start with
/// [WindowBenchmark].
@NullMarked
package io.m17.benchmarks.window;

import org.jspecify.annotations.NullMarked;
