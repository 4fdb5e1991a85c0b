/// Tests.
@NullMarked
package io.m17.cli;

import org.jspecify.annotations.NullMarked;
