/// Appends to a log and what a tailer sees of them, in m17 and in Chronicle Queue.
@NullMarked
package io.m17.benchmarks.journal;

import org.jspecify.annotations.NullMarked;
