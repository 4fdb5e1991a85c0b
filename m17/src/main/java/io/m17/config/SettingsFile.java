package io.m17.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the configuration: overrides before the file, the file before the reference. HOCON substitutions of the file
/// see the environment.
public final class SettingsFile {
    /// The file that is read when none is named.
    public static final Path DEFAULT = Path.of("m17.conf");

    private static final String REFERENCE = "m17-reference.conf";

    private SettingsFile() {}

    /// The settings of a file; of [#DEFAULT] when none is given and it exists; else the defaults.
    public static Settings load(Optional<Path> file, Overrides overrides) {
        Optional<Path> chosen = file.or(() -> Optional.of(DEFAULT).filter(Files::exists));
        return settings(chosen.map(SettingsFile::parse).orElseGet(ConfigFactory::empty), overrides);
    }

    /// The defaults, with overrides; no file is looked at.
    public static Settings defaults(Overrides overrides) {
        return settings(ConfigFactory.empty(), overrides);
    }

    private static Settings settings(Config file, Overrides overrides) {
        Config reference = ConfigFactory.parseResources(
                SettingsFile.class.getClassLoader(),
                REFERENCE,
                ConfigParseOptions.defaults().setAllowMissing(false));
        Config resolved = resolve(file);
        new KnownKeys(reference).check(resolved);
        Config complete = ConfigFactory.parseMap(overrides.values(), "the command line")
                .withFallback(resolved)
                .withFallback(reference);
        return new SettingsReader(complete, Runtime.getRuntime().availableProcessors()).read();
    }

    private static Config parse(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new SettingsException(
                    "the configuration file cannot be read [file=" + file + "]; --config names another");
        }
        try {
            SettingsText.check(file);
            return ConfigFactory.parseFile(
                    file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
        } catch (ConfigException e) {
            throw broken(e);
        } catch (IOException e) {
            throw new SettingsException("the configuration file cannot be read [file=" + file + "]", e);
        } catch (StackOverflowError e) { // the parser calls itself once a bracket
            throw new SettingsException("the configuration file is nested too deeply [file=" + file + "]", e);
        }
    }

    private static Config resolve(Config file) {
        try {
            return file.resolve();
        } catch (ConfigException e) {
            throw broken(e);
        }
    }

    private static SettingsException broken(ConfigException e) {
        String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new SettingsException("the configuration file cannot be understood [at=" + what + "]; it is HOCON", e);
    }
}
