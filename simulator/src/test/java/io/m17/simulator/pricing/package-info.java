@NullMarked
package io.m17.simulator.pricing;

import org.jspecify.annotations.NullMarked;
