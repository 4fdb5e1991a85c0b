package io.m17.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.greeks.DividendYield;
import io.m17.greeks.ExerciseRules;
import io.m17.greeks.ExerciseStyle;
import io.m17.greeks.GreeksOptions;
import io.m17.ledger.durability.CommitPolicy;
import io.m17.market.trade.TradeBounds;
import io.m17.nbbo.AggressorPolicy;
import io.m17.nbbo.CrossedPolicy;
import io.m17.nbbo.Method;
import io.m17.s3.BucketOptions;
import io.m17.treasury.api.ApiKey;
import io.m17.treasury.api.KeySource;
import io.m17.treasury.api.YieldsApiOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsFileTest {
    @TempDir
    private Path directory = Path.of("");

    private Settings load(String text) throws IOException {
        return load(text, Overrides.NONE);
    }

    private Settings load(String text, Overrides overrides) throws IOException {
        Path file = Files.writeString(directory.resolve("t.conf"), text);
        return SettingsFile.load(Optional.of(file), overrides);
    }

    @Test
    void refusesAFileThatCannotBeOneBeforeTheParserSeesIt() throws IOException {
        assertTrue(refusal("metrics" + ".port".repeat(65) + " = 1").contains("a key of too many parts"));
        assertTrue(refusal(".".repeat(1 << 16)).contains("a key of too many parts"));
        assertTrue(refusal("#" + " ".repeat(SettingsText.MOST_BYTES)).contains("is too long [file="));
        String dotted =
                "# " + ".".repeat(200) + "\n//" + ".".repeat(200) + "\nstate-dir = \"" + "a.".repeat(100) + "\"\n";
        assertEquals(Path.of("a.".repeat(100)), load(dotted).state().directory());
        assertEquals(
                Path.of("here"),
                load("state-dir = here\n" + "#\n".repeat(300_000)).state().directory());
    }

    @Test
    void readsABucketAndRefusesOneBesideADirectory() throws IOException {
        BucketOptions bucket = load("s3 { bucket = flatfiles, endpoint = \"https://files.example.com\", prefix = a/ }")
                .sources()
                .bucket()
                .orElseThrow();
        assertEquals("flatfiles", bucket.bucket());
        assertEquals("a", bucket.prefix());
        assertEquals(Optional.of(URI.create("https://files.example.com")), bucket.endpoint());
        assertTrue(refusal("flatfiles = x\ns3.bucket = y").contains("from a directory or from a bucket"));
        assertTrue(refusal("s3 { bucket = y, endpoint = files }").contains("key=s3.endpoint"));
    }

    @Test
    void readsTheYieldsApiOnceItHasAKey() throws IOException {
        assertEquals(Optional.empty(), load("treasury-api.limit = 5").sources().yieldsApi());
        YieldsApiOptions api = load("""
                treasury-api { key = abc, from = "2020-01-02", limit = 500, interval = 1h, overlap = 30d
                               connect-timeout = 1s, timeout = 2s, attempts = 7 }
                """).sources().yieldsApi().orElseThrow();
        assertEquals(
                new YieldsApiOptions(
                        URI.create("https://api.massive.com"),
                        new KeySource.Given(ApiKey.of("abc")),
                        LocalDate.of(2020, 1, 2),
                        500,
                        Duration.ofHours(1),
                        30,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        7),
                api);
        assertEquals(
                Optional.of(new KeySource.InFile(Path.of("k"))),
                load("treasury-api.key-file = k").sources().yieldsApi().map(YieldsApiOptions::key));
    }

    @Test
    void refusesTwoSourcesOfCurvesAndTwoKeys() {
        assertTrue(refusal("treasury = x\ntreasury-api.key = abc").contains("from a directory or from the API"));
        assertTrue(refusal("treasury-api { key = abc, key-file = k }").contains("not in both"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "treasury-api.key = \"s3cret word\"",
                "treasury-api.key = [s3cret]",
                "treasury-api { key = s3cret, key-file = k }",
                "treasury-api { key = s3cret, limit = 0 }",
                "treasury-api.url = \"https://api.massive.com?apiKey=s3cret\"",
                "treasury-api.kee = s3cret",
                "treasury.api.key = s3cret",
                "treasury = x, treasury-api.key = s3cret",
            })
    void saysNoSecretInARefusal(String text) {
        String message = refusal(text);
        assertFalse(message.contains("s3cret"), message);
        assertEquals(1, message.lines().count(), message);
    }

    private String refusal(String text) {
        return String.valueOf(
                assertThrows(SettingsException.class, () -> load(text)).getMessage());
    }

    @Test
    void hasADefaultForEveryKey() {
        Settings settings = SettingsFile.defaults(Overrides.NONE);
        assertEquals(Path.of("ledger.state"), settings.state().directory());
        assertEquals(10_000, settings.state().symbolCap());
        assertEquals(33_554_432, settings.state().payloadCapacity());
        assertEquals(Optional.empty(), settings.sources().flatfiles());
        assertEquals(new Horizon(6, Optional.empty()), settings.sources().horizon());
        assertEquals(Duration.ofSeconds(60).toNanos(), settings.work().lateAfterNs());
        assertEquals(AggressorPolicy.DEFAULT, settings.work().aggressor());
        assertEquals(TradeBounds.DEFAULT, settings.work().bounds());
        assertEquals(Runtime.getRuntime().availableProcessors(), settings.work().threads());
        assertEquals(
                new CommitPolicy.EveryInterval(Duration.ofSeconds(5)),
                settings.state().commits());
        assertEquals(new Settings.Metrics("127.0.0.1", 9117), settings.metrics());
        assertTrue(settings.verifyOnStart());
    }

    @Test
    void readsWhatAFileSays() throws IOException {
        Settings settings = load("""
                state-dir = "s", sessions = ["2025-06-03", "2025-06-02", "2025-06-02"]
                horizon { months = 3, anchor = "2025-06-01" }
                nbbo.crossed = tick
                trades { highest-price = 1000000, largest-size = 5 }
                nbbo { method { equity = CLNV, option = trade-size }, realised-spread-horizon = 30s }
                compute { threads = 3 }
                watch-interval = 250ms
                equities-with-rate = [SPY, QQQ]
                verify-on-start = no
                """);
        assertEquals(Path.of("s"), settings.state().directory());
        assertEquals(
                List.of(LocalDate.of(2025, 6, 2), LocalDate.of(2025, 6, 3)),
                settings.sources().sessions());
        assertEquals(
                new Horizon(3, Optional.of(LocalDate.of(2025, 6, 1))),
                settings.sources().horizon());
        assertEquals(
                new AggressorPolicy(
                        Method.CLNV,
                        Method.TRADE_SIZE,
                        CrossedPolicy.TICK,
                        Duration.ofSeconds(30),
                        TradeBounds.ofWhole(1_000_000, 5)),
                settings.work().aggressor());
        assertEquals(TradeBounds.ofWhole(1_000_000, 5), settings.work().bounds());
        assertEquals(3, settings.work().threads());
        assertEquals(Duration.ofMillis(250), settings.work().watchInterval());
        assertEquals(java.util.Set.of("SPY", "QQQ"), settings.state().equitiesWithRate());
        assertFalse(settings.verifyOnStart());
    }

    @Test
    void readsTheDividendYieldOfAnUnderlying() throws IOException {
        GreeksOptions greeks = load("greeks { dividend-yield = 0.01, dividend-yields { SPY = 0.012, QQQ = implied } }")
                .work()
                .greeks();
        assertEquals(new DividendYield.Fixed(0.01), greeks.dividendYield());
        assertEquals(new DividendYield.Fixed(0.012), greeks.dividendYields().get("SPY"));
        assertEquals(new DividendYield.Implied(0.01), greeks.dividendYields().get("QQQ"));
        assertEquals(
                new DividendYield.Implied(Double.NaN),
                load("greeks.dividend-yield = implied").work().greeks().dividendYield());
    }

    @Test
    void readsTheRootsWithEuropeanExercise() throws IOException {
        ExerciseRules rules =
                load("greeks.european-roots = [XYZ]").work().greeks().exercise();
        assertEquals(ExerciseStyle.EUROPEAN, rules.of("XYZ").style());
        assertEquals(ExerciseStyle.AMERICAN, rules.of("SPY").style());
    }

    @Test
    void readsEveryFlushPolicy() throws IOException {
        assertEquals(
                new CommitPolicy.OnRequest(),
                load("flush.policy = none").state().commits());
        assertEquals(
                new CommitPolicy.EachBatch(),
                load("flush.policy = Commit").state().commits());
        assertEquals(
                new CommitPolicy.EveryInterval(Duration.ofMillis(20)),
                load("flush { policy = interval, interval = 20ms }").state().commits());
    }

    @Test
    void letsTheCommandLineOverrideTheFile() throws IOException {
        Overrides overrides = new Overrides(
                Optional.of(Path.of("other")),
                Optional.of(Path.of("files")),
                Optional.empty(),
                List.of(LocalDate.of(2025, 6, 4)));
        Settings settings = load("state-dir = s, treasury = curves, sessions = [\"2025-06-02\"]", overrides);
        assertEquals(Path.of("other"), settings.state().directory());
        assertEquals(Optional.of(Path.of("files")), settings.sources().flatfiles());
        assertEquals(Optional.of(Path.of("curves")), settings.sources().treasury());
        assertEquals(List.of(LocalDate.of(2025, 6, 4)), settings.sources().sessions());
    }

    @Test
    void namesTheKnownKeyNearestToAnUnknownOne() {
        SettingsException e = assertThrows(SettingsException.class, () -> load("\nmetrics { prot = 1 }"));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains("key=metrics.prot"), message);
        assertTrue(message.contains("t.conf: 2"), message);
        assertTrue(message.endsWith("did you mean metrics.port?"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "symbols.cap = 65536 | symbols.cap",
                "symbols.cap = 0 | symbols.cap",
                "payloads.capacity = -1 | payloads.capacity",
                "metrics.port = 65536 | metrics.port",
                "metrics.host = \"192.0.2.1\" | metrics.host",
                "horizon.months = 0 | horizon.months",
                "horizon.anchor = tomorrow | horizon.anchor",
                "sessions = [x] | sessions",
                "sessions = 5 | sessions",
                "trades.late-after = 0s | trades.late-after",
                "trades.highest-price = 0 | trades.highest-price",
                "trades.highest-price = 100000000001 | trades.highest-price",
                "trades.largest-size = -1 | trades.largest-size",
                "watch-interval = 3 parsecs | watch-interval",
                "nbbo.crossed = maybe | nbbo.crossed",
                "nbbo.method.equity = guess | nbbo.method.equity",
                "nbbo.method.option = lee_ready | nbbo.method.option",
                "nbbo.method = emo | nbbo.method",
                "nbbo.realised-spread-horizon = 0s | nbbo.realised-spread-horizon",
                "nbbo.realised-spread-horizon = 7h | nbbo.realised-spread-horizon",
                "flush.policy = sometimes | flush.policy",
                "flush.interval = 0ms | flush.interval",
                "flush.interval = 2h | flush.interval",
                "flush = 5s | flush",
                "greeks.dividend-yield = 2 | greeks.dividend-yield",
                "greeks.dividend-yield = guessed | greeks.dividend-yield",
                "greeks.dividend-yields = 0.01 | greeks.dividend-yields",
                "greeks.dividend-yields { SPY = 7 } | greeks.dividend-yields.SPY",
                "greeks.dividend-yields { SPY = null } | greeks.dividend-yields.SPY",
                "greeks.european-roots = {} | greeks.european-roots",
                "conditions.stocks = 5 | conditions.stocks",
                "conditions.stocks = none.json | conditions.stocks",
                "conditions.options = none.csv | conditions.options",
                "conditions.options = none.txt | conditions.options",
                "conditions = none.json | conditions",
                "treasury-api.url = \"http://api.massive.com\" | treasury-api.url",
                "treasury-api.url = api | treasury-api.url",
                "treasury-api.from = yesterday | treasury-api.from",
                "treasury-api.limit = 50001 | treasury-api.limit",
                "treasury-api.interval = 10ms | treasury-api.interval",
                "treasury-api.overlap = -1d | treasury-api.overlap",
                "treasury-api.timeout = 1h | treasury-api.timeout",
                "treasury-api.connect-timeout = 0s | treasury-api.connect-timeout",
                "treasury-api.attempts = 0 | treasury-api.attempts",
                "treasury-api = abc | treasury-api",
                "compute.threads = 0 | compute.threads",
                "compute.threads = many | compute.threads",
                "artifacts.part-rows = 1 | artifacts.part-rows",
                "reading.rows-in-memory = 1 | reading.rows-in-memory",
                "verify-on-start = perhaps | verify-on-start",
                "flatfiles = null | flatfiles",
                "state-dir = \"\" | state-dir",
                "metrics = 5 | metrics",
            })
    void refusesAValueThatDoesNotFitInOneLineWithItsKey(String text, String key) {
        SettingsException e = assertThrows(SettingsException.class, () -> load(text));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains("key=" + key), message);
        assertEquals(1, message.lines().count(), message);
    }

    @Test
    void refusesAFileThatIsNotThereOrNotHocon() {
        assertThrows(
                SettingsException.class,
                () -> SettingsFile.load(Optional.of(directory.resolve("none.conf")), Overrides.NONE));
        assertThrows(SettingsException.class, () -> SettingsFile.load(Optional.of(directory), Overrides.NONE));
        assertThrows(SettingsException.class, () -> load("metrics { port = "));
    }

    @Test
    void keepsBothEndsOfTheHorizon() {
        Horizon horizon = new Horizon(6, Optional.empty());
        LocalDate today = LocalDate.of(2025, 6, 2);
        assertTrue(horizon.contains(LocalDate.of(2024, 12, 2), today));
        assertTrue(horizon.contains(LocalDate.of(2025, 12, 2), today));
        assertFalse(horizon.contains(LocalDate.of(2024, 12, 1), today));
        assertFalse(horizon.contains(LocalDate.of(2025, 12, 3), today));
    }
}
