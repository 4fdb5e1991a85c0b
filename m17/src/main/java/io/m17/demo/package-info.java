/// The demonstration: a simulated day, worked on to the end, held against its truth, with an example of each result.
///
/// Everything here is confined to the main thread.
@NullMarked
package io.m17.demo;

import org.jspecify.annotations.NullMarked;
