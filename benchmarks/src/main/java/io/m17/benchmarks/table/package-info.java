/// From measurements to the table of `docs/performance.md`.
@NullMarked
package io.m17.benchmarks.table;

import org.jspecify.annotations.NullMarked;
