/// How rows become artifacts, payload records and slots, in that order, and how they are read back through the slots.
/// Engines that fill from files are in [io.m17.publication.source]; engines that derive with [Publisher] and
/// [WindowRows].
@NullMarked
package io.m17.publication;

import org.jspecify.annotations.NullMarked;
