package io.m17.cli;

import io.m17.config.Overrides;
import io.m17.config.Settings;
import io.m17.config.SettingsException;
import io.m17.treasury.api.KeySource;
import io.m17.treasury.api.YieldsApiOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where the input is: options of the commands that work.
final class SourceOptions {
    @Option(
            names = "--flatfiles",
            paramLabel = "DIR",
            description = "The vendor's flat files, instead of the configured ones.")
    private Optional<Path> flatfiles = Optional.empty();

    @Option(
            names = "--treasury",
            paramLabel = "DIR",
            description = "The Treasury's curve files, instead of the configured ones.")
    private Optional<Path> treasury = Optional.empty();

    Overrides overrides(List<LocalDate> sessions) {
        return new Overrides(Optional.empty(), flatfiles, treasury, sessions);
    }

    /// Refuses directories and key files that are not there, and days that are no session.
    static void check(Settings settings) {
        directory("flatfiles", settings.sources().flatfiles());
        directory("treasury", settings.sources().treasury());
        settings.sources().yieldsApi().map(YieldsApiOptions::key).ifPresent(SourceOptions::key);
        settings.sources().sessions().forEach(SessionOptions::check);
    }

    private static void key(KeySource key) {
        if (key instanceof KeySource.InFile file && !Files.isReadable(file.file())) {
            throw new SettingsException("the key file cannot be read [treasury-api.key-file=" + file.file()
                    + "]; correct it, or leave it out to work without the API");
        }
    }

    private static void directory(String key, Optional<Path> directory) {
        if (directory.isPresent() && !Files.isDirectory(directory.get())) {
            throw new SettingsException("the directory is not there [" + key + "=" + directory.get()
                    + "]; correct it, or leave it out to work without");
        }
        if (directory.isPresent() && !Files.isReadable(directory.get())) {
            throw new SettingsException(
                    "the directory cannot be read [" + key + "=" + directory.get() + "]; check its permissions");
        }
    }
}
