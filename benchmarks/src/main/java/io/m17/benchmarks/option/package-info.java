/// Options valued by m17 and by the libraries that people use instead, on the same contracts.
@NullMarked
package io.m17.benchmarks.option;

import org.jspecify.annotations.NullMarked;
