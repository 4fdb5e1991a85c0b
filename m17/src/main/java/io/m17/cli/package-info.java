/// The command line: one class a command, each of which reads its options, calls what does the work, and prints.
///
/// Start at [M17]. Exit codes: 0 done, 1 the answer is no, 2 usage or configuration, 3 the state cannot be used. What
/// goes to standard output is the answer; progress, logs and errors go to standard error. Environment and clock enter
/// here, through [Terminal]. Everything is confined to the main thread.
@NullMarked
package io.m17.cli;

import org.jspecify.annotations.NullMarked;
