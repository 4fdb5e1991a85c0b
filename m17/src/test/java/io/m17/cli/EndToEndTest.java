package io.m17.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A small simulated day through the command line, from vendor files to a repaired ledger; one story in steps.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EndToEndTest {
    private static final String SESSION = "2025-06-02";

    private Path directory = Path.of("");

    private String digest = "";

    private Cli m17(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--state-dir", directory.resolve("state").toString()));
        return Cli.run(all.toArray(String[]::new));
    }

    private Cli work() {
        return m17(
                "run",
                "--until-complete",
                "--json",
                "--flatfiles",
                directory.resolve("day").toString(),
                "--treasury",
                directory.resolve("day/treasury").toString());
    }

    @BeforeAll
    void simulateAndFill(@TempDir Path temporary) {
        directory = temporary;
        Cli simulated = Cli.run(
                "simulate",
                "--preset",
                "small",
                "--out",
                directory.resolve("day").toString());
        assertEquals(ExitCode.DONE, simulated.code(), simulated.err());
        Cli run = work();
        assertEquals(ExitCode.DONE, run.code(), run.out() + run.err());
        assertTrue(run.json().required("complete").booleanValue());
        digest = m17("digest").out();
    }

    @Test
    @Order(1)
    void coversEveryColumnAsTheTruthSays() throws IOException {
        JsonNode status = m17("status", "--json").json();
        assertEquals(false, status.required("daemon").required("running").booleanValue());
        assertTrue(status.required("daemon").required("pid").isNull());
        JsonNode session = status.required("sessions").required(0);
        assertEquals(SESSION, session.required("date").textValue());
        JsonNode truth = new ObjectMapper()
                .readTree(directory
                        .resolve("day/truth/" + SESSION + "/truth.json")
                        .toFile())
                .required("columns");
        assertEquals(11, session.required("columns").size());
        session.required("columns").properties().forEach(entry -> {
            JsonNode is = entry.getValue();
            JsonNode should = truth.required(entry.getKey());
            assertEquals(
                    should.required("expected").intValue(),
                    is.required("expected").intValue(),
                    entry.getKey());
            assertEquals(
                    should.required("expected").intValue(),
                    is.required("filled").intValue(),
                    entry.getKey());
            assertEquals(
                    should.required("non_empty").intValue(),
                    is.required("filled").intValue()
                            - is.required("known_empty").intValue(),
                    entry.getKey());
            for (String none : List.of("pending", "cleared", "empty", "retired", "lag_minutes")) {
                assertEquals(0, is.required(none).intValue(), entry.getKey() + " " + none);
            }
        });
    }

    @Test
    @Order(2)
    void showsTheTwoRowsOfAWindow() {
        JsonNode window = m17("window", "SPY", SESSION + "T10:31", "--json").json();
        assertEquals("2025:102:061", window.required("window").textValue());
        JsonNode trade = window.required("columns").required("trade_ref");
        assertEquals("filled", trade.required("status").textValue());
        JsonNode payload = trade.required("payload");
        assertEquals(trade.required("checksum"), payload.required("checksum"));
        assertTrue(payload.required("artifact")
                .textValue()
                .matches("session=2025-06-02/artifacts/trade/.*#rows=\\d+-\\d+"));
        assertEquals(window, m17("window", "SPY", "2025:102:061", "--json").json());
        JsonNode chain =
                m17("window", "O:SPY", SESSION + "T14:31:00Z", "--json").json();
        assertEquals(
                12,
                chain.required("columns")
                        .required("rf_rate_ref")
                        .required("payload")
                        .required("tenor_bps")
                        .size());
        assertEquals(ExitCode.USAGE, m17("window", "NOPE", SESSION + "T10:31").code());
        assertEquals(ExitCode.USAGE, m17("window", "SPY", "2025-06-03T10:31").code());
    }

    @Test
    @Order(3)
    void findsNothingMissingAndNothingWrong() {
        Cli missing = m17("missing", "--json");
        assertEquals(ExitCode.DONE, missing.code());
        assertEquals(0, missing.json().required("missing").intValue());
        Cli verify = m17("verify", "--deep", "--json");
        assertEquals(ExitCode.DONE, verify.code(), verify.out());
        assertTrue(verify.json().required("rows").longValue() > 10_000);
        assertTrue(verify.json().required("slots").longValue() > 10_000);
    }

    @Test
    @Order(4)
    void doesNothingWhenAllIsDone() {
        Cli again = work();
        assertEquals(ExitCode.DONE, again.code(), again.err());
        assertEquals(digest, m17("digest").out());
    }

    @Test
    @Order(5)
    void rebuildsTheLedgerFilesFromTheMaps() throws IOException {
        assertTrue(m17("rebuild").out().startsWith("nothing is missing"));
        Path session = directory.resolve("state/session=" + SESSION);
        Files.delete(session.resolve("trade-ledger.dat"));
        Files.delete(session.resolve("enrichment-ledger.dat"));
        assertEquals(ExitCode.NO, m17("verify").code());
        Cli rebuilt = m17("rebuild", "--json");
        assertEquals(ExitCode.DONE, rebuilt.code(), rebuilt.err());
        assertTrue(rebuilt.json().required("rebuilt").booleanValue());
        assertEquals(digest, m17("digest").out());
        assertEquals(
                ExitCode.DONE, m17("rebuild", "--force", "--session", SESSION).code());
        assertTrue(Files.exists(session.resolve("trade-ledger.dat.damaged-1")));
        assertEquals(digest, m17("digest").out());
        assertEquals(ExitCode.DONE, m17("verify").code());
    }

    @Test
    @Order(6)
    void namesAndRepairsADamagedArtifact() throws IOException {
        Path artifact;
        try (Stream<Path> tree = Files.walk(directory.resolve("state/session=" + SESSION + "/artifacts/trade"))) {
            artifact = tree.filter(path -> path.toString().endsWith(".parquet"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        flip(artifact, Files.size(artifact) / 3);
        assertEquals(ExitCode.NO, workAndVerify("false").code(), "nothing mends it at the start, the end finds it");
        Cli verify = m17("verify");
        assertEquals(ExitCode.NO, verify.code());
        assertTrue(verify.out().contains(artifact.getFileName().toString()), verify.out());
        Cli run = work();
        assertEquals(ExitCode.DONE, run.code(), run.out());
        assertEquals(digest, m17("digest").out());
        Cli sound = m17("verify", "--deep");
        assertEquals(ExitCode.DONE, sound.code(), sound.out());
        assertTrue(sound.out().contains("note: nothing points at"), sound.out());
        JsonNode verified = workAndVerify("true").json().required("verification");
        assertTrue(verified.required("sound").booleanValue());
        assertEquals(m17("verify", "--json").json(), verified);
    }

    /// Works until all is done and verifies then.
    private Cli workAndVerify(String onStart) throws IOException {
        Path config = Files.writeString(directory.resolve("m17.conf"), "verify-on-start = " + onStart);
        return m17(
                "run",
                "--until-complete",
                "--verify",
                "--json",
                "--config",
                config.toString(),
                "--flatfiles",
                directory.resolve("day").toString(),
                "--treasury",
                directory.resolve("day/treasury").toString());
    }

    @Test
    @Order(7)
    void saysWhatIsMissingAndWhyWhenAFileIsNotThere() throws IOException {
        Path quotes = directory.resolve("day/us_stocks_sip/quotes_v1/2025/06/" + SESSION + ".csv.gz");
        Files.delete(quotes);
        Path other = directory.resolve("other");
        Cli run = Cli.run(
                "run",
                "--until-complete",
                "--flatfiles",
                directory.resolve("day").toString(),
                "--treasury",
                directory.resolve("day/treasury").toString(),
                "--state-dir",
                other.toString());
        assertEquals(ExitCode.NO, run.code());
        assertTrue(run.out().contains("the vendor file is missing"), run.out());
        Cli missing =
                Cli.run("missing", "--json", "--column", "quote", "--symbol", "SPY", "--state-dir", other.toString());
        assertEquals(ExitCode.NO, missing.code());
        JsonNode line = missing.json().required("lines").required(0);
        assertEquals(390, line.required("missing").intValue());
        assertEquals("2025:102:000", line.required("first_gap").textValue());
        assertEquals(
                390, line.required("why").required("the vendor file is missing").intValue());
        Cli part = Cli.run(
                "missing",
                "--json",
                "--column",
                "quote_ref",
                "--symbol",
                "SPY",
                "--from",
                SESSION + "T10:00",
                "--to",
                SESSION + "T10:05",
                "--state-dir",
                other.toString());
        assertEquals(5, part.json().required("missing").intValue());
        assertNotEquals(
                digest, Cli.run("digest", "--state-dir", other.toString()).out());
    }

    @Test
    @Order(8)
    void fillsFromOtherFilesWhenOneIsTruncatedAndTheRestOnceItIsReplaced() throws IOException {
        Path trades = directory.resolve("day/us_stocks_sip/trades_v1/2025/06/" + SESSION + ".csv.gz");
        byte[] whole = Files.readAllBytes(trades);
        Files.write(trades, java.util.Arrays.copyOf(whole, whole.length / 2));
        String state = directory.resolve("truncated").toString();
        String[] arguments = {
            "run",
            "--until-complete",
            "--json",
            "--flatfiles",
            directory.resolve("day").toString(),
            "--state-dir",
            state
        };
        Cli broken = Cli.run(arguments);
        assertEquals(ExitCode.NO, broken.code());
        JsonNode lines = Cli.run("missing", "--json", "--column", "trade_ref", "--state-dir", state)
                .json()
                .required("lines");
        assertTrue(lines.size() > 0);
        lines.forEach(line -> assertTrue(
                line.required("why").has("the vendor file is damaged")
                        || line.required("why").has("the vendor file is missing"),
                line.toString()));
        int filled = trades(broken);
        assertTrue(filled > 0, "the option file is whole");
        Files.write(trades, whole);
        assertTrue(trades(Cli.run(arguments)) > filled);
        assertEquals(ExitCode.DONE, Cli.run("verify", "--state-dir", state).code());
    }

    private static int trades(Cli run) {
        return run.json()
                .required("sessions")
                .required(0)
                .required("columns")
                .required("trade_ref")
                .required("filled")
                .intValue();
    }

    private static void flip(Path file, long offset) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(offset);
            int value = bytes.read();
            bytes.seek(offset);
            bytes.write(value ^ 1);
        }
    }
}
