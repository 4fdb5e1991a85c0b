package io.m17.treasury.api;

import static io.m17.treasury.api.YieldsServer.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.treasury.ParYieldCurve;
import io.m17.market.treasury.Tenor;
import io.m17.treasury.api.YieldsApiException.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class YieldsApiTest {
    private static final String KEY = "s3cret-Key_42";
    private static final LocalDate FROM = LocalDate.of(2026, 6, 1);
    private static final Instant NOW = Instant.parse("2026-07-02T20:00:00Z");
    private static final String PATH = "/fed/v1/treasury-yields";

    private final List<Duration> pauses = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private YieldsServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = YieldsServer.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private static YieldsApiOptions options(URI url, Duration timeout, int attempts) {
        return new YieldsApiOptions(
                url,
                new KeySource.Given(ApiKey.of(KEY)),
                FROM,
                3,
                Duration.ofMinutes(15),
                14,
                Duration.ofSeconds(5),
                timeout,
                attempts);
    }

    private YieldsAnswer fetch(YieldsApiOptions options) throws InterruptedException {
        try (YieldsApi api = YieldsApi.open(options, InstantSource.fixed(NOW), meters, pauses::add, new Random(17))) {
            return api.fetch(FROM);
        }
    }

    private YieldsAnswer fetch() throws InterruptedException {
        return fetch(options(server.url(), Duration.ofSeconds(10), 4));
    }

    private YieldsApiException failure() {
        return assertThrows(YieldsApiException.class, this::fetch);
    }

    private double count(String name) {
        return meters.get("m17.treasury.api." + name).counter().count();
    }

    @Test
    void followsThreePagesAndSendsTheKeyWithEach() throws InterruptedException {
        server.thenPageBefore(server.url() + PATH + "?cursor=b", result("2026-07-02", "3.70"))
                .thenPageBefore(PATH + "?cursor=c", result("2026-06-30", "3.68"))
                .thenPage(result("2026-07-01", "3.69"));
        YieldsAnswer answer = fetch();
        assertEquals(
                List.of("2026-06-30", "2026-07-01", "2026-07-02"),
                answer.curves().stream().map(curve -> curve.date().toString()).toList());
        assertEquals(
                List.of(368, 369, 370),
                answer.curves().stream().map(curve -> curve.bps(Tenor.MONTH_1)).toList());
        assertEquals(
                List.of(PATH + "?date.gte=2026-06-01&limit=3", PATH + "?cursor=b", PATH + "?cursor=c"),
                server.requests());
        assertEquals(List.of("Bearer " + KEY, "Bearer " + KEY, "Bearer " + KEY), server.authorizations());
        assertEquals(
                server.url() + PATH + "?date.gte=2026-06-01&limit=3#fetched=2026-07-02T20:00:00Z&curves=3",
                answer.source());
        assertEquals(3, count("requests"));
        assertEquals(0, count("retries"));
        assertEquals(0, count("failures"));
        assertEquals(
                (double) NOW.getEpochSecond(),
                meters.get("m17.treasury.api.last.success").gauge().value());
    }

    @Test
    void leavesABusyServerAloneForAsLongAsItWants() throws InterruptedException {
        server.thenWith(429, "Retry-After", "7")
                .thenWith(429, "Retry-After", "Thu, 02 Jul 2026 20:00:11 GMT")
                .thenPage(result("2026-07-02", "3.70"));
        assertEquals(1, fetch().curves().size());
        assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(11)), pauses);
        assertEquals(3, count("requests"));
        assertEquals(2, count("retries"));
    }

    @Test
    void handsALongWishToBeLeftAloneToWhoeverAsked() {
        server.thenWith(429, "Retry-After", "3600");
        YieldsApiException failure = failure();
        assertEquals(Fault.RATE_LIMITED, failure.fault());
        assertEquals(Duration.ofHours(1), failure.retryAfter());
        assertEquals(List.of(), pauses);
    }

    @Test
    void givesAServerInTroubleUpAfterSoManyAttempts() {
        server.then(500, "").then(503, "").then(502, "").then(500, "");
        YieldsApiException failure = failure();
        assertEquals(Fault.UNAVAILABLE, failure.fault());
        assertTrue(String.valueOf(failure.getMessage()).contains("status=500, attempts=4"), failure.getMessage());
        assertEquals(4, server.requests().size());
        assertEquals(3, pauses.size());
        for (int i = 0; i < pauses.size(); i++) {
            long wholeMs = 500L << i;
            assertTrue(pauses.get(i).toMillis() >= wholeMs / 2 && pauses.get(i).toMillis() <= wholeMs, "" + pauses);
        }
        assertEquals(1, count("failures"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED",
        "401, UNKNOWN_KEY",
        "403, NOT_ENTITLED",
        "404, NOT_FOUND",
        "301, REDIRECTED",
        "302, REDIRECTED",
        "418, REFUSED"
    })
    void doesNotRepeatWhatRepeatingCannotMend(int status, Fault fault) {
        server.thenWith(status, "Location", "/elsewhere");
        assertEquals(fault, failure().fault());
        assertEquals(1, server.requests().size());
        assertEquals(List.of(), pauses);
        assertEquals(1, count("failures"));
    }

    @Test
    void asksAgainWhenTheConnectionIsResetInTheMiddleOfABody() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread serving = Thread.ofVirtual().start(() -> resetOnceThenAnswer(socket));
            URI url = URI.create("http://127.0.0.1:" + socket.getLocalPort());
            assertEquals(
                    1, fetch(options(url, Duration.ofSeconds(10), 4)).curves().size());
            serving.join();
        }
        assertEquals(1, pauses.size());
    }

    /// Blanks first, more than the sockets hold, so that the client has begun to read when the connection is reset.
    private static void resetOnceThenAnswer(ServerSocket socket) {
        String page = " ".repeat(4 << 20) + "{\"results\":[" + result("2026-07-02", "3.70") + "],\"status\":\"OK\"}";
        try {
            try (Socket first = socket.accept()) {
                first.setSendBufferSize(8192);
                write(first, page.length(), page.substring(0, 3 << 20));
                first.setSoLinger(true, 0);
            }
            try (Socket second = socket.accept()) {
                write(second, page.length(), page);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Socket to, int lengthBytes, String body) throws IOException {
        BufferedReader head = new BufferedReader(new InputStreamReader(to.getInputStream(), StandardCharsets.US_ASCII));
        String line = head.readLine();
        while (line != null && !line.isEmpty()) {
            line = head.readLine();
        }
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + lengthBytes + "\r\n\r\n" + body;
        to.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        to.getOutputStream().flush();
    }

    @Test
    void saysThatNobodyIsThere() {
        server.close();
        YieldsApiException failure = failure();
        assertEquals(Fault.UNAVAILABLE, failure.fault());
        assertEquals(3, pauses.size());
    }

    @Test
    void givesABodyUpThatDoesNotComeInTime() {
        server.thenHalfAPage().thenHalfAPage();
        YieldsApiException failure =
                assertThrows(YieldsApiException.class, () -> fetch(options(server.url(), Duration.ofMillis(200), 2)));
        assertEquals(Fault.UNAVAILABLE, failure.fault());
        assertTrue(String.valueOf(failure.getMessage()).contains("timeout_ms=200"), failure.getMessage());
        assertEquals(2, server.requests().size());
    }

    @Test
    void stopsReadingAnAnswerThatIsTooLong() {
        server.thenForever();
        assertEquals(Fault.TOO_LONG, failure().fault());
        assertEquals(1, server.requests().size());
    }

    @Test
    void takesTheKeyToNoOtherHost() throws IOException {
        try (YieldsServer other = YieldsServer.start()) {
            server.thenPageBefore(other.url() + PATH, result("2026-07-02", "3.70"));
            assertEquals(Fault.ASTRAY, failure().fault());
            assertEquals(List.of(), other.requests());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "//example.com/x",
                "mailto:x@example.com",
                "http://127.0.0.1.example.com/x",
                "http:///x",
                "no address"
            })
    void followsNothingButItsOwnOrigin(String next) {
        server.thenPageBefore(next, result("2026-07-02", "3.70"));
        assertEquals(Fault.ASTRAY, failure().fault());
        assertEquals(1, server.requests().size());
    }

    @Test
    void refusesUserInformationBeforeItsOwnHost() {
        server.thenPageBefore(
                server.url().toString().replace("//", "//somebody@") + PATH, result("2026-07-02", "3.70"));
        assertEquals(Fault.ASTRAY, failure().fault());
    }

    @Test
    void noticesPagesThatLeadInACircle() {
        server.thenPageBefore("?cursor=b", result("2026-07-02", "3.70"))
                .thenPageBefore("?cursor=c", result("2026-07-01", "3.70"))
                .thenPageBefore("?cursor=b", result("2026-06-30", "3.70"));
        assertEquals(Fault.ASTRAY, failure().fault());
        assertEquals(3, server.requests().size());
    }

    @Test
    void followsNoEndlessRowOfPages() {
        for (int page = 0; page <= 1000; page++) {
            server.thenPageBefore("?cursor=" + page, result("2026-07-02", "3.70"));
        }
        assertEquals(Fault.ASTRAY, failure().fault());
        assertEquals(1000, server.requests().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>busy</html>",
                "[]",
                "{",
                "{\"results\":[",
                "{\"results\":[]}",
                "{\"results\":[],\"status\":\"ERROR\"}",
                "{\"results\":[],\"status\":5}",
                "{\"results\":[],\"status\":\"OK\"} and more",
                "{\"results\":[],\"results\":[],\"status\":\"OK\"}",
                "{\"results\":{},\"status\":\"OK\"}",
                "{\"results\":[5],\"status\":\"OK\"}",
                "{\"results\":[null],\"status\":\"OK\"}",
                "{\"results\":[{\"date\":\"2026-07-02\",\"yield_1_month\":NaN}],\"status\":\"OK\"}",
                "{\"results\":[{\"date\":\"2026-07-02\",\"date\":\"2026-07-03\"}],\"status\":\"OK\"}",
                "{\"results\":[],\"next_url\":5,\"status\":\"OK\"}"
            })
    void refusesWhatIsNoPageOfYields(String body) {
        server.then(200, body);
        YieldsApiException failure = failure();
        assertEquals(Fault.UNREADABLE, failure.fault());
        assertEquals(1, String.valueOf(failure.getMessage()).lines().count());
        assertEquals(1, server.requests().size());
    }

    @Test
    void refusesAnEmptyAnswer() {
        server.then(200, "");
        assertEquals(Fault.UNREADABLE, failure().fault());
    }

    @Test
    void takesNothingOfAFetchWhoseLastPageFails() {
        server.thenPageBefore("?cursor=b", result("2026-07-02", "3.70")).then(404, "");
        assertEquals(Fault.NOT_FOUND, failure().fault());
    }

    /// Whatever the server does, and even when it sends the key back.
    @Test
    void neverSaysTheKey() throws IOException {
        List<YieldsApiException> failures = new ArrayList<>();
        for (int status : new int[] {301, 400, 401, 403, 404, 429, 500}) {
            for (int attempt = 0; attempt < 4; attempt++) {
                server.thenWith(status, "Retry-After", "0");
            }
            failures.add(failure());
            server.close();
            server = YieldsServer.start();
        }
        for (String body : List.of(KEY, "{\"status\":\"" + KEY + "\"}", "{\"next_url\":\"http://" + KEY + "/\"}")) {
            server.then(200, body);
            failures.add(failure());
        }
        server.thenPageBefore("http://" + KEY + ".example.com/", result("2026-07-02", "3.70"));
        failures.add(failure());
        server.thenPageBefore("not an address " + KEY, result("2026-07-02", "3.70"));
        failures.add(failure());
        server.close();
        failures.add(failure());
        assertEquals(13, failures.size());
        for (YieldsApiException failure : failures) {
            for (Throwable each = failure; each != null; each = each.getCause()) {
                assertFalse(each.toString().contains(KEY), each.toString());
            }
            assertEquals(1, String.valueOf(failure.getMessage()).lines().count(), failure.getMessage());
        }
        assertFalse(options(server.url(), Duration.ofSeconds(1), 1).toString().contains(KEY));
    }

    @Test
    void endsAtOnceWhenItIsInterrupted() throws Exception {
        server.thenHalfAPage();
        List<Throwable> ends = new ArrayList<>();
        Thread fetching = Thread.ofVirtual().start(() -> ends.add(assertThrows(Throwable.class, this::fetch)));
        while (server.requests().isEmpty()) {
            Thread.onSpinWait();
        }
        fetching.interrupt();
        fetching.join();
        assertTrue(ends.getFirst() instanceof InterruptedException, ends.toString());
    }

    @Test
    void marksTheTwoMonthsThatTheApiLacksAbsent() throws InterruptedException {
        server.thenPage(
                "{\"date\":\"2026-07-02\",\"yield_1_month\":3.70,\"yield_2_month\":3.71,\"yield_3_month\":3.72}");
        ParYieldCurve curve = fetch().curves().getFirst();
        assertEquals(ParYieldCurve.ABSENT, curve.bps(Tenor.MONTH_2));
        assertEquals(372, curve.bps(Tenor.MONTH_3));
    }
}
