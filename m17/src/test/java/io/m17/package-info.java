/// What holds the modules together.
@NullMarked
package io.m17;

import org.jspecify.annotations.NullMarked;
