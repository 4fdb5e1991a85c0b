package io.m17.treasury;

import static io.m17.treasury.api.YieldsServer.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.m17.ledger.ExpectedColumns;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.engine.ComputePool;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.engine.Progress;
import io.m17.ledger.payload.RatePayload;
import io.m17.ledger.session.SessionLedger;
import io.m17.treasury.api.ApiKey;
import io.m17.treasury.api.KeySource;
import io.m17.treasury.api.YieldsApi;
import io.m17.treasury.api.YieldsApiOptions;
import io.m17.treasury.api.YieldsServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// The turns of the engine on a real ledger and a real server; the clock is set by hand.
@Timeout(30)
final class ApiCurvesTest {
    private static final LocalDate SESSION = LocalDate.of(2025, 6, 2);
    private static final String KEY = "s3cret-Key_42";
    private static final Duration INTERVAL = Duration.ofMinutes(15);

    @TempDir
    private Path directory = Path.of("");

    private final ComputePool compute = new ComputePool(1);
    private YieldsServer server;
    private Ledger ledger;
    private SessionLedger session;
    private int chain;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Instant now = Instant.parse("2025-06-03T15:00:00Z");

    @BeforeEach
    void open() throws IOException {
        server = YieldsServer.start();
        ledger = Ledger.open(
                new LedgerOptions(directory.resolve("state"), 10, 1 << 10, new ExpectedColumns(Set.of())), 1);
        session = ledger.session(SESSION);
        chain = ledger.resolveSymbol("O:SPY");
        session.list(chain);
        logger().setLevel(Level.INFO);
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void close() {
        logger().detachAppender(log);
        server.close();
        compute.close();
        ledger.close();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("io.m17.treasury");
    }

    private InstantSource clock() {
        return () -> now;
    }

    private EngineContext context() {
        return new EngineContext(
                ledger, () -> List.of(SESSION), compute, clock(), new SimpleMeterRegistry(), Progress.NONE);
    }

    private ApiCurves curves() {
        YieldsApiOptions options = new YieldsApiOptions(
                server.url(),
                new KeySource.Given(ApiKey.of(KEY)),
                LocalDate.of(2025, 5, 1),
                1000,
                INTERVAL,
                14,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                1);
        return new ApiCurves(YieldsApi.open(options, clock(), new SimpleMeterRegistry()), options, clock(), compute);
    }

    private RateTurn turn(CurveSource source) {
        return new RateTurn(source, context(), () -> false);
    }

    private Slot slot() {
        return session.slot(SlotColumn.RF_RATE, chain, 0);
    }

    private RatePayload rate() {
        return ledger.rates().read(slot().payloadId());
    }

    private List<String> logged() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void aRevisedCurveBecomesTheNextVersionAndTheSameOneNothing() throws Exception {
        try (ApiCurves curves = curves()) {
            RateTurn turn = turn(curves);
            server.thenPage(result("2025-05-29", "4.20"), result("2025-05-30", "4.30"));
            assertTrue(turn.run());
            assertEquals(1, slot().version());
            assertEquals(430, rate().tenorBps()[0]);
            assertEquals(2, ledger.rates().count());

            now = now.plus(INTERVAL);
            server.thenPage(result("2025-05-29", "4.20"), result("2025-05-30", "4.31"));
            assertTrue(turn.run());
            assertEquals(2, slot().version());
            assertEquals(2, rate().version());
            assertEquals(431, rate().tenorBps()[0]);
            assertEquals(3, ledger.rates().count());

            now = now.plus(INTERVAL);
            server.thenPage(result("2025-05-30", "4.31"));
            assertFalse(turn.run());
            assertEquals(2, slot().version());
        }
    }

    @Test
    void asksForEverythingOnceAndThenForTheDaysBeforeTheNewest() throws Exception {
        try (ApiCurves curves = curves()) {
            RateTurn turn = turn(curves);
            server.thenPage(result("2025-05-30", "4.30"));
            turn.run();
            now = now.plus(INTERVAL.minusMillis(1));
            turn.run();
            assertEquals(List.of("/fed/v1/treasury-yields?date.gte=2025-05-01&limit=1000"), server.requests());
            now = now.plusMillis(1);
            server.thenPage(result("2025-05-30", "4.30"));
            turn.run();
            assertEquals(
                    "/fed/v1/treasury-yields?date.gte=2025-05-16&limit=1000",
                    server.requests().getLast());
        }
    }

    @Test
    void asksAtOnceWhenTheClockWasSetBack() throws Exception {
        try (ApiCurves curves = curves()) {
            RateTurn turn = turn(curves);
            server.thenPage(result("2025-05-30", "4.30")).thenPage(result("2025-05-30", "4.30"));
            turn.run();
            now = now.minus(Duration.ofDays(2));
            turn.run();
            assertEquals(2, server.requests().size());
        }
    }

    @Test
    void worksOnWithTheCurvesItHasAndSaysOnceThatTheApiFails() throws Exception {
        try (ApiCurves curves = curves()) {
            RateTurn turn = turn(curves);
            server.thenPage(result("2025-05-30", "4.30"));
            turn.run();
            for (int failure = 0; failure < 5; failure++) {
                server.then(503, "");
                now = now.plus(INTERVAL);
                assertFalse(turn.run());
            }
            server.then(403, "");
            now = now.plus(INTERVAL);
            assertFalse(turn.run());
            session.clearSlot(SlotColumn.RF_RATE, chain, 0, "doubtful", "test", 2);
            assertTrue(turn.run(), "a cleared window is filled again from the curves that are known");
            assertEquals(430, rate().tenorBps()[0]);
            server.thenPage(result("2025-05-30", "4.30"));
            now = now.plus(INTERVAL);
            turn.run();
            assertEquals(8, server.requests().size());
        }
        List<String> lines = logged();
        assertEquals(4, lines.size(), lines.toString());
        assertTrue(lines.get(0).contains("curves read [new=1"), lines.get(0));
        assertTrue(lines.get(1).contains("is in trouble") && lines.get(1).contains("status=503"), lines.get(1));
        assertTrue(lines.get(2).contains("status=403"), lines.get(2));
        assertTrue(lines.get(3).contains("answers again"), lines.get(3));
        assertFalse(lines.toString().contains(KEY));
    }

    @Test
    void waitsAMinuteThenTwoAfterFailuresThatPass() throws Exception {
        try (ApiCurves curves = curves()) {
            RateTurn turn = turn(curves);
            List<Integer> minutesAsked = new ArrayList<>();
            for (int minute = 0; minute < 40; minute++) {
                server.then(503, "");
                int before = server.requests().size();
                turn.run();
                if (server.requests().size() > before) {
                    minutesAsked.add(minute);
                }
                now = now.plus(Duration.ofMinutes(1));
            }
            assertEquals(List.of(0, 1, 3, 7, 15, 30), minutesAsked);
        }
        assertEquals(Reason.NO_CURVE, slot().reason());
    }

    @Test
    void leavesABusyServerAloneForAsLongAsItWants() throws Exception {
        try (ApiCurves curves = curves()) {
            RateTurn turn = turn(curves);
            server.thenBusy(3600);
            turn.run();
            now = now.plus(Duration.ofMinutes(59));
            turn.run();
            assertEquals(1, server.requests().size());
            now = now.plus(Duration.ofMinutes(1));
            turn.run();
            assertEquals(2, server.requests().size());
        }
    }

    @Test
    void namesMalformedResultsOnce() throws Exception {
        try (ApiCurves curves = curves()) {
            RateTurn turn = turn(curves);
            for (int fetch = 0; fetch < 3; fetch++) {
                server.thenPage(result("2025-05-30", "4.30"), result("2025-05-31", "431"));
                turn.run();
                now = now.plus(INTERVAL);
            }
        }
        List<String> lines = logged();
        assertEquals(
                1,
                lines.stream()
                        .filter(line -> line.contains("beyond 100 percent"))
                        .count(),
                lines.toString());
        assertTrue(lines.getLast().contains("result=2"), lines.toString());
    }

    @Test
    void recordsTheAddressTheTimeAndTheCount() throws Exception {
        try (ApiCurves curves = curves()) {
            server.thenPage(result("2025-05-29", "4.20"), result("2025-05-30", "4.30"));
            turn(curves).run();
        }
        assertEquals(
                server.url()
                        + "/fed/v1/treasury-yields?date.gte=2025-05-01&limit=1000#fetched=2025-06-03T15:00:00Z&curves=2",
                rate().sourceUri());
    }

    @Test
    void givesNoNewVersionForACurveThatAFileGaveButForItsTwoMonths() throws Exception {
        Path files = Files.createDirectories(directory.resolve("treasury"));
        Files.writeString(
                files.resolve("2025.csv"), "Date,\"1 Mo\",\"2 Mo\"\n05/30/2025,4.30,4.31\n05/29/2025,4.20,\n");
        turn(new DirectoryCurves(Optional.of(files), compute)).run();
        assertEquals(2, ledger.rates().count());
        try (ApiCurves curves = curves()) {
            server.thenPage(result("2025-05-29", "4.20"), result("2025-05-30", "4.3"));
            turn(curves).run();
        }
        assertEquals(3, ledger.rates().count());
        assertEquals(2, rate().version());
        assertEquals(RatePayload.ABSENT, rate().tenorBps()[1]);
        assertEquals(430, rate().tenorBps()[0]);
    }
}
