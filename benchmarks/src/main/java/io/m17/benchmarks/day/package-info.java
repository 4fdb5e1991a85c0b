/// Whole days by processes of their own, m17's and DuckDB's, and the files that they read. Start with [WholeDay].
@NullMarked
package io.m17.benchmarks.day;

import org.jspecify.annotations.NullMarked;
