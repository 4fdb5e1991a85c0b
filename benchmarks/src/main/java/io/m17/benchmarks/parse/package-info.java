/// Reading a flat file beside inflating it alone.
@NullMarked
package io.m17.benchmarks.parse;

import org.jspecify.annotations.NullMarked;
