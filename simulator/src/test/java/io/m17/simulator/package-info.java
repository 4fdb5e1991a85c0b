@NullMarked
package io.m17.simulator;

import org.jspecify.annotations.NullMarked;
