/// What two threads may see of a slot or a log on a mapped file, tried millions of times by jcstress. Every outcome
/// that is not named is forbidden. Start at [io.m17.stress.StressRun]; the tests are the classes with actors. The
/// memories in which one rule of the protocol is broken, [io.m17.stress.SlotFlaw] and [io.m17.stress.LogFlaw],
/// serve the model checker too.
@NullMarked
package io.m17.stress;

import org.jspecify.annotations.NullMarked;
