/// Opening a state of 250 sessions, after a clean stop and after a crash, beside opening a peer of equal key count.
@NullMarked
package io.m17.benchmarks.open;

import org.jspecify.annotations.NullMarked;
