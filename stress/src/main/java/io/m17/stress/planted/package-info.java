/// The same tests over memories in which one rule is broken: jcstress has to see a forbidden outcome in each.
@NullMarked
package io.m17.stress.planted;

import org.jspecify.annotations.NullMarked;
