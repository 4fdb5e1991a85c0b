/// Slots of a session in m17 and in its peers: claimed and filled, read by row, scanned by column. A peer keeps one
/// record a slot.
@NullMarked
package io.m17.benchmarks.cell;

import org.jspecify.annotations.NullMarked;
