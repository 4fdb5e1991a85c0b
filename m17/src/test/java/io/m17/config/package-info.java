/// Tests.
@NullMarked
package io.m17.config;

import org.jspecify.annotations.NullMarked;
