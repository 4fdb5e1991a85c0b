/// Tests.
@NullMarked
package io.m17.daemon;

import org.jspecify.annotations.NullMarked;
