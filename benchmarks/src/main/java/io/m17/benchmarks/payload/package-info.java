/// Payload records appended and read back by their number, in m17 and in its peers.
@NullMarked
package io.m17.benchmarks.payload;

import org.jspecify.annotations.NullMarked;
