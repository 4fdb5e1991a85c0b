/// Measurements of m17 beside its peers, in the same run.
@NullMarked
package io.m17.benchmarks;

import org.jspecify.annotations.NullMarked;
