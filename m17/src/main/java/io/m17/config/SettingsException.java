package io.m17.config;

import com.typesafe.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/// A configuration, or a command line, that cannot be followed: one line that says what, where and what to do.
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }

    /// A value that does not fit, with its key and place.
    static SettingsException of(String key, ConfigValue at, String rule, String value, @Nullable Throwable cause) {
        String message = rule + " [key=" + key + ", value=" + value + ", at="
                + at.origin().description() + "]; correct it, or leave the key out for its default";
        return cause == null ? new SettingsException(message) : new SettingsException(message, cause);
    }
}
