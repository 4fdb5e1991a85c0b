package io.m17.config;

/// A configuration, or a command line, that cannot be followed: one line that says what, where and what to do.
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
