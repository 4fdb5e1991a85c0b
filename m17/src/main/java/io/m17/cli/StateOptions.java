package io.m17.cli;

import io.m17.config.Overrides;
import io.m17.config.Settings;
import io.m17.config.SettingsFile;
import io.m17.daemon.Daemon;
import io.m17.ledger.Ledger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which state directory, and which configuration: options of every command that touches a ledger.
final class StateOptions {
    @Option(names = "--config", paramLabel = "FILE", description = "The configuration; m17.conf here when it exists.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "The state directory, instead of the configured one.")
    private Optional<Path> stateDir = Optional.empty();

    Optional<Path> stateDir() {
        return stateDir;
    }

    Settings settings() {
        return SettingsFile.load(config, new Overrides(stateDir, Optional.empty(), Optional.empty(), List.of()));
    }

    Settings settings(Overrides overrides) {
        return SettingsFile.load(
                config, new Overrides(stateDir, overrides.flatfiles(), overrides.treasury(), overrides.sessions()));
    }

    /// Maps the ledger for reading, beside a daemon or without one.
    Ledger openReadOnly() {
        return Ledger.openReadOnly(Daemon.options(settings()));
    }
}
