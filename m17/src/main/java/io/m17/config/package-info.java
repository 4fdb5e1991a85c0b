/// Configuration: the file, the overrides, and the checked values that the rest of the program is given.
///
/// Start at [Settings] for what can be set and at [SettingsFile] for how it is read. No other package of m17 reads
/// configuration.
@NullMarked
package io.m17.config;

import org.jspecify.annotations.NullMarked;
