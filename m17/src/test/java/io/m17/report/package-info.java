/// Tests.
@NullMarked
package io.m17.report;

import org.jspecify.annotations.NullMarked;
