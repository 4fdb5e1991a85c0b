package io.m17.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Refuses a configuration file that cannot be one before the parser sees it: the parser's work and memory grow with
/// the square of a key's parts.
final class SettingsText {
    /// Ten thousand symbols with a yield each fit in a quarter of it.
    static final int MOST_BYTES = 1 << 20;

    /// No setting's name has more than four parts.
    static final int MOST_PERIODS = 64;

    private static final String SEPARATORS = "=:,{}[]";

    private SettingsText() {}

    /// Checks a regular file; what else a path may name is read only once, by the parser.
    static void check(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        long bytes = Files.size(file);
        if (bytes > MOST_BYTES) {
            throw new SettingsException("the configuration file is too long [file=" + file + ", bytes=" + bytes
                    + ", at_most=" + MOST_BYTES + "]");
        }
        if (mostPeriods(Files.readAllBytes(file)) > MOST_PERIODS) {
            throw new SettingsException("the configuration file has a key of too many parts [file=" + file
                    + ", at_most=" + MOST_PERIODS + "]; is it a configuration file?");
        }
    }

    /// The most periods between two characters that end a key or a value, those in quotes and comments left out.
    private static int mostPeriods(byte[] text) {
        int most = 0;
        int periods = 0;
        boolean quoted = false;
        boolean comment = false;
        byte before = 0;
        for (byte each : text) {
            if (each == '\n') {
                periods = 0;
                quoted = false;
                comment = false;
            } else if (each == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                comment |= each == '#' || (each == '/' && before == '/');
                periods = SEPARATORS.indexOf(each) >= 0 ? 0 : periods;
                periods += each == '.' && !comment ? 1 : 0;
                most = Math.max(most, periods);
            }
            before = each;
        }
        return most;
    }
}
