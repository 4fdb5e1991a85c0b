/// Payload maps: what a slot's payload id stands for. A [Payload] is a fixed-size record of a [PayloadMap]; artifacts
/// and source files stand once in the session's [ArtifactLog]. [PayloadLayout] holds the offsets.
@NullMarked
package io.m17.ledger.payload;

import org.jspecify.annotations.NullMarked;
