/// Tests.
@NullMarked
package io.m17.publication.source;

import org.jspecify.annotations.NullMarked;
