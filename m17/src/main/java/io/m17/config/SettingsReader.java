package io.m17.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.m17.aggregation.AggregationPolicy;
import io.m17.ledger.durability.CommitPolicy;
import io.m17.market.condition.AssetClass;
import io.m17.market.condition.ConditionTableException;
import io.m17.market.condition.TradeConditions;
import io.m17.market.condition.TradeConditionsFile;
import io.m17.market.trade.TradeBounds;
import io.m17.nbbo.AggressorPolicy;
import io.m17.nbbo.CrossedPolicy;
import io.m17.nbbo.Method;
import io.m17.s3.BucketOptions;
import io.m17.treasury.api.YieldsApiOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns a complete configuration into [Settings]; a value that does not fit is a [SettingsException] with its key and
/// place.
final class SettingsReader {
    private static final int MOST_MONTHS = 1200;
    private static final int MOST_SYMBOLS = 65_535;
    private static final int MOST_PAYLOADS = 1 << 30;
    private static final int FEWEST_PART_ROWS = 1000;
    private static final int MOST_PART_ROWS = 1 << 23;
    private static final int FEWEST_ROWS_IN_MEMORY = 1000;
    private static final int MOST_ROWS_IN_MEMORY = 1 << 26;
    private static final int MOST_THREADS = 256;
    private static final int LAST_PORT = 65_535;
    private static final long MOST_DOLLARS = 100_000_000_000L;
    private static final long MOST_SHARES = 1_000_000_000_000L;
    private static final Duration SHORTEST_FLUSH = Duration.ofMillis(1);
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SHORTEST_HORIZON = Duration.ofMillis(1);
    private static final Duration LONGEST_HORIZON = Duration.ofHours(6);

    private final Config config;
    private final int processors;

    SettingsReader(Config config, int processors) {
        this.config = config;
        this.processors = processors;
    }

    Settings read() {
        return new Settings(state(), sources(), work(), metrics(), value("verify-on-start", config::getBoolean));
    }

    private Settings.State state() {
        return new Settings.State(
                path("state-dir").orElseThrow(() -> wrong("state-dir", "the state directory has a name", "", null)),
                number("symbols.cap", 1, MOST_SYMBOLS),
                number("payloads.capacity", 1, MOST_PAYLOADS),
                Set.copyOf(value("equities-with-rate", config::getStringList)),
                commits());
    }

    private Settings.Sources sources() {
        List<LocalDate> sessions = value("sessions", config::getStringList).stream()
                .map(text -> date("sessions", text))
                .distinct()
                .sorted()
                .toList();
        String anchor = value("horizon.anchor", config::getString);
        Horizon horizon = new Horizon(
                number("horizon.months", 1, MOST_MONTHS),
                anchor.equals("today") ? Optional.empty() : Optional.of(date("horizon.anchor", anchor)));
        return new Settings.Sources(path("flatfiles"), bucket(), path("treasury"), yieldsApi(), sessions, horizon);
    }

    private Optional<YieldsApiOptions> yieldsApi() {
        Optional<YieldsApiOptions> api = new YieldsApiReader(this, config).read();
        Optional<Path> directory = path("treasury");
        if (api.isPresent() && directory.isPresent()) {
            throw wrong(
                    "treasury",
                    "curves come from a directory or from the API (treasury-api), not from both",
                    directory.get().toString(),
                    null);
        }
        return api;
    }

    private Optional<BucketOptions> bucket() {
        String name = value("s3.bucket", config::getString);
        if (name.isBlank()) {
            return Optional.empty();
        }
        if (path("flatfiles").isPresent()) {
            throw wrong("s3.bucket", "flat files come from a directory or from a bucket, not from both", name, null);
        }
        String prefix = value("s3.prefix", config::getString);
        return Optional.of(BucketOptions.of(
                endpoint(),
                value("s3.region", config::getString),
                name,
                prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix,
                value("s3.path-style", config::getBoolean)));
    }

    private Optional<URI> endpoint() {
        String text = value("s3.endpoint", config::getString);
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            URI endpoint = new URI(text);
            if (endpoint.getHost() != null
                    && ("https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme()))) {
                return Optional.of(endpoint);
            }
            throw wrong("s3.endpoint", "an endpoint is written as https://files.example.com", text, null);
        } catch (URISyntaxException e) {
            throw wrong("s3.endpoint", "an endpoint is written as https://files.example.com", text, e);
        }
    }

    private Settings.Work work() {
        return new Settings.Work(
                duration("trades.late-after", Duration.ofMillis(1), Duration.ofDays(1))
                        .toNanos(),
                bounds(),
                number("artifacts.part-rows", FEWEST_PART_ROWS, MOST_PART_ROWS),
                number("reading.rows-in-memory", FEWEST_ROWS_IN_MEMORY, MOST_ROWS_IN_MEMORY),
                aggressor(),
                new GreeksReader(config).read(),
                aggregation(),
                threads(),
                duration("watch-interval", SHORTEST, LONGEST));
    }

    private Settings.Metrics metrics() {
        String host = value("metrics.host", config::getString);
        try {
            if (host.isBlank() || !InetAddress.getByName(host).isLoopbackAddress()) {
                throw wrong("metrics.host", "metrics are served on a loopback address only", host, null);
            }
        } catch (UnknownHostException e) {
            throw wrong("metrics.host", "there is no such host", host, e);
        }
        return new Settings.Metrics(host, number("metrics.port", 0, LAST_PORT));
    }

    private int threads() {
        return value("compute.threads", config::getString).equals("processors")
                ? processors
                : number("compute.threads", 1, MOST_THREADS);
    }

    private CommitPolicy commits() {
        Duration interval = duration("flush.interval", SHORTEST_FLUSH, LONGEST);
        String text = value("flush.policy", config::getString);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "none" -> new CommitPolicy.OnRequest();
            case "interval" -> new CommitPolicy.EveryInterval(interval);
            case "commit" -> new CommitPolicy.EachBatch();
            default -> throw wrong("flush.policy", "the value is none, interval or commit", text, null);
        };
    }

    private AggressorPolicy aggressor() {
        return new AggressorPolicy(
                method("nbbo.method.equity"),
                method("nbbo.method.option"),
                crossed(),
                duration("nbbo.realised-spread-horizon", SHORTEST_HORIZON, LONGEST_HORIZON),
                bounds());
    }

    private Method method(String key) {
        String text = value(key, config::getString);
        return Arrays.stream(Method.values())
                .filter(method -> method.label().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong(key, "the value is one of " + methods(), text, null));
    }

    private static String methods() {
        return Arrays.stream(Method.values()).map(Method::label).collect(Collectors.joining(", "));
    }

    private CrossedPolicy crossed() {
        String text = value("nbbo.crossed", config::getString);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "unknown" -> CrossedPolicy.UNKNOWN;
            case "tick" -> CrossedPolicy.TICK;
            default -> throw wrong("nbbo.crossed", "the value is unknown or tick", text, null);
        };
    }

    private TradeBounds bounds() {
        return TradeBounds.ofWhole(
                whole("trades.highest-price", 1, MOST_DOLLARS), whole("trades.largest-size", 1, MOST_SHARES));
    }

    private AggregationPolicy aggregation() {
        return new AggregationPolicy(
                conditions("conditions.stocks", AssetClass.STOCKS),
                conditions("conditions.options", AssetClass.OPTIONS),
                bounds());
    }

    private TradeConditions conditions(String key, AssetClass assetClass) {
        Optional<Path> file = path(key);
        if (file.isEmpty()) {
            return assetClass.shipped();
        }
        try {
            return TradeConditionsFile.read(file.get(), assetClass);
        } catch (ConditionTableException e) {
            throw wrong(key, String.valueOf(e.getMessage()), file.get().toString(), e);
        }
    }

    Optional<Path> path(String key) {
        String text = value(key, config::getString);
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            throw wrong(key, "the value is no path", text, e);
        }
    }

    LocalDate date(String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(key, "a date is written as 2025-06-02", text, e);
        }
    }

    int number(String key, int least, int most) {
        return Math.toIntExact(whole(key, least, most));
    }

    private long whole(String key, long least, long most) {
        long number = value(key, config::getLong);
        if (number < least || number > most) {
            throw wrong(key, "the value goes from " + least + " to " + most, Long.toString(number), null);
        }
        return number;
    }

    Duration duration(String key, Duration least, Duration most) {
        Duration duration = value(key, config::getDuration);
        if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw wrong(
                    key,
                    "the value goes from " + least.toMillis() + "ms to " + most.toMillis() + "ms",
                    duration.toMillis() + "ms",
                    null);
        }
        return duration;
    }

    <T> T value(String key, Function<String, T> getter) {
        try {
            return getter.apply(key);
        } catch (ConfigException e) {
            throw wrong(key, "the value is of another kind", shown(config.getValue(key)), e);
        }
    }

    /// A section is not spelled out, which may hold a secret.
    private static String shown(ConfigValue value) {
        return value instanceof ConfigObject ? "{…}" : String.valueOf(value.unwrapped());
    }

    private SettingsException wrong(String key, String rule, String value, @Nullable Throwable cause) {
        return SettingsException.of(key, config.getValue(key), rule, value, cause);
    }
}
