package io.m17.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.m17.treasury.api.ApiKey;
import io.m17.treasury.api.KeySource;
import io.m17.treasury.api.YieldsApiOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the keys below `treasury-api`; a value that does not fit is a [SettingsException] with its key and place. The
/// secret stands in no message, and neither does an address that is refused, which might hold one.
final class YieldsApiReader {
    private static final String URL = "treasury-api.url";
    private static final String KEY = "treasury-api.key";
    private static final String KEY_FILE = "treasury-api.key-file";
    private static final String HIDDEN = "(not shown)";
    private static final int MOST_ATTEMPTS = 20;
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(7);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(3650);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);

    private final SettingsReader values;
    private final Config config;

    YieldsApiReader(SettingsReader values, Config config) {
        this.values = values;
        this.config = config;
    }

    /// How the API is asked; empty when no key is set. Values are checked either way.
    Optional<YieldsApiOptions> read() {
        URI url = url();
        int limit = values.number("treasury-api.limit", 1, YieldsApiOptions.MOST_RESULTS);
        int attempts = values.number("treasury-api.attempts", 1, MOST_ATTEMPTS);
        Duration interval = values.duration("treasury-api.interval", SHORTEST_INTERVAL, LONGEST_INTERVAL);
        Duration overlap = values.duration("treasury-api.overlap", Duration.ZERO, LONGEST_OVERLAP);
        Duration connect = values.duration("treasury-api.connect-timeout", SHORTEST_TIMEOUT, LONGEST_TIMEOUT);
        Duration timeout = values.duration("treasury-api.timeout", SHORTEST_TIMEOUT, LONGEST_TIMEOUT);
        LocalDate from = values.date("treasury-api.from", values.value("treasury-api.from", config::getString));
        return key().map(key -> new YieldsApiOptions(
                url, key, from, limit, interval, Math.toIntExact(overlap.toDays()), connect, timeout, attempts));
    }

    private URI url() {
        return YieldsApiOptions.parseUrl(values.value(URL, config::getString))
                .orElseThrow(() -> hidden(
                        URL,
                        "an address is written as https://api.example.com; http only goes to a loopback address",
                        null));
    }

    private Optional<KeySource> key() {
        Optional<KeySource> given = given().map(KeySource.Given::new);
        Optional<Path> file = values.path(KEY_FILE);
        if (given.isPresent() && file.isPresent()) {
            throw hidden(KEY, "the key stands in the configuration or in a file, not in both", null);
        }
        return given.or(() -> file.map(KeySource.InFile::new));
    }

    private Optional<ApiKey> given() {
        try {
            String text = config.getString(KEY);
            return text.isEmpty() ? Optional.empty() : Optional.of(ApiKey.of(text));
        } catch (ConfigException e) {
            throw hidden(KEY, "the value is of another kind", e);
        } catch (IllegalArgumentException e) {
            throw hidden(KEY, "a key is one word of visible ASCII characters", e);
        }
    }

    private SettingsException hidden(String key, String rule, @Nullable Throwable cause) {
        return SettingsException.of(key, config.getValue(key), rule, HIDDEN, cause);
    }
}
