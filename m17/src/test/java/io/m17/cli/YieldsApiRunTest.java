package io.m17.cli;

import static io.m17.cli.HandMadeDay.OPTION_TRADES;
import static io.m17.cli.HandMadeDay.SESSION;
import static io.m17.cli.HandMadeDay.TRADES;
import static io.m17.cli.HandMadeDay.trade;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.m17.ledger.Reason;
import io.m17.ledger.SlotColumn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Curves from the yields API through the command line, beside the same curves from a file.
final class YieldsApiRunTest {
    private static final String KEY = "s3cret-Key_42";
    private static final String HEADER =
            "Date,\"1 Mo\",\"3 Mo\",\"6 Mo\",\"1 Yr\",\"2 Yr\",\"3 Yr\",\"5 Yr\",\"7 Yr\",\"10 Yr\",\"20 Yr\",\"30 Yr\"\n";
    private static final String TWO_CURVES = """
            {"status":"OK","results":[
            {"date":"2025-05-30","yield_1_month":4.33,"yield_3_month":4.36,"yield_6_month":4.36,"yield_1_year":4.11,
            "yield_2_year":3.89,"yield_3_year":3.87,"yield_5_year":3.96,"yield_7_year":4.18,"yield_10_year":4.41,
            "yield_20_year":4.93,"yield_30_year":4.92},
            {"date":"2025-06-02","yield_1_month":4.34,"yield_3_month":4.42,"yield_6_month":4.36,"yield_1_year":4.13,
            "yield_2_year":3.94,"yield_3_year":3.91,"yield_5_year":4.01,"yield_7_year":4.22,"yield_10_year":4.46,
            "yield_20_year":4.99}]}
            """;

    @TempDir
    private Path directory = Path.of("");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 200;

    @BeforeEach
    void startServerAndWriteADay() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().toString());
            byte[] body = TWO_CURVES.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        day("state")
                .write(
                        OPTION_TRADES,
                        TRADES,
                        List.of(
                                trade("O:A250620C00100000", 0, "1.00", 1),
                                trade("O:A250620C00100000", 375, "1.10", 2)));
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private HandMadeDay day(String state) {
        return new HandMadeDay(directory.resolve("flat"), directory.resolve(state));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String config(String more) throws IOException {
        String text = "treasury-api { url = \"" + url() + "\", from = \"2025-05-01\" }\n" + more;
        return Files.writeString(directory.resolve("m17.conf"), text).toString();
    }

    private String keyFile() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), KEY + "\n");
        return "treasury-api.key-file = \"" + file + "\"";
    }

    private String files() throws IOException {
        Path files = Files.createDirectories(directory.resolve("treasury"));
        Files.writeString(
                files.resolve("2025.csv"),
                HEADER + "06/02/2025,4.34,4.42,4.36,4.13,3.94,3.91,4.01,4.22,4.46,4.99,\n"
                        + "05/30/2025,4.33,4.36,4.36,4.11,3.89,3.87,3.96,4.18,4.41,4.93,4.92\n");
        return files.toString();
    }

    @Test
    void fillsTheSameLedgerAsAFileOfEqualContent() throws IOException {
        day("file").run("--treasury", files());
        Cli run = day("api").run("--config", config(keyFile()));
        assertEquals(390, HandMadeDay.filled(run, "rf_rate_ref"), run.err());
        assertEquals(day("file").digest(), day("api").digest());
        assertEquals(List.of("/fed/v1/treasury-yields?date.gte=2025-05-01&limit=10000"), requests);
        assertNotEquals(
                day("api").slot("O:A", SlotColumn.RF_RATE, 0).payloadId(),
                day("api").slot("O:A", SlotColumn.RF_RATE, 360).payloadId(),
                "the curve of the day counts from half past three");
    }

    @Test
    void addsNoVersionWhenTheSourceChangesFromTheFileToTheApi() throws IOException {
        HandMadeDay day = day("state");
        day.run("--treasury", files());
        String before = day.digest();
        int version = day.slot("O:A", SlotColumn.RF_RATE, 0).version();
        day.run("--config", config(keyFile()));
        assertEquals(1, requests.size());
        assertEquals(before, day.digest());
        assertEquals(version, day.slot("O:A", SlotColumn.RF_RATE, 0).version());
    }

    @Test
    void namesTheAddressInExplain() throws IOException {
        HandMadeDay day = day("state");
        day.run("--config", config("treasury-api.key = \"" + KEY + "\""));
        Cli explain = day.look("explain", "O:A", SESSION + "T09:30", "rf_rate_ref");
        assertTrue(
                explain.out().contains(url() + "/fed/v1/treasury-yields?date.gte=2025-05-01&limit=10000#fetched="),
                explain.out() + explain.err());
        assertTrue(explain.out().contains("&curves=2"), explain.out());
        assertFalse(explain.out().contains(KEY));
    }

    @Test
    void endsWithoutRatesWhenTheApiRefuses() throws IOException {
        status = 403;
        HandMadeDay day = day("state");
        Cli run = day.run("--config", config(keyFile()));
        assertEquals(ExitCode.NO, run.code());
        assertEquals(Reason.NO_CURVE, day.slot("O:A", SlotColumn.RF_RATE, 0).reason());
        assertEquals(1, requests.size());
        assertFalse((run.out() + run.err()).contains(KEY));
    }

    @Test
    void takesFilesThatTheCommandLineNamesInstead() throws IOException {
        Cli run = day("state").run("--config", config(keyFile()), "--treasury", files());
        assertEquals(390, HandMadeDay.filled(run, "rf_rate_ref"), run.err());
        assertEquals(List.of(), requests);
    }

    @Test
    void refusesTwoSourcesAndAKeyFileThatIsNotThere() throws IOException {
        Cli both = day("state").run("--config", config(keyFile() + "\ntreasury = \"" + files() + "\""));
        assertEquals(ExitCode.USAGE, both.code());
        assertTrue(both.err().contains("from a directory or from the API"), both.err());
        Cli none = day("state").run("--config", config("treasury-api.key-file = \"nowhere/key\""));
        assertEquals(ExitCode.USAGE, none.code());
        assertTrue(none.err().contains("treasury-api.key-file=nowhere/key"), none.err());
        assertEquals(List.of(), requests);
    }
}
