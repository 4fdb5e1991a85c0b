/// Append-only, checksummed record logs on mapped files.
@NullMarked
package io.m17.journal;

import org.jspecify.annotations.NullMarked;
