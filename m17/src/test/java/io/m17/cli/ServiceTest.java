package io.m17.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.SlotColumn;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The daemon as a process of its own.
@Timeout(120)
final class ServiceTest {
    private static final Pattern SERVING = Pattern.compile("metrics=(http://127\\.0\\.0\\.1:[0-9]+/metrics)");

    @TempDir
    private Path directory = Path.of("");

    private Process start(String policy) throws IOException {
        Path config = Files.writeString(
                directory.resolve("t.conf"),
                "metrics.port = 0, watch-interval = 200ms, flush { policy = " + policy + ", interval = 50ms }");
        Files.createDirectories(directory.resolve("day"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                M17.class.getName(),
                "run",
                "--config",
                config.toString(),
                "--state-dir",
                directory.resolve("state").toString(),
                "--flatfiles",
                directory.resolve("day").toString()));
        return new ProcessBuilder(command)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("err"));
    }

    private URI awaitServing(Process process) throws Exception {
        while (process.isAlive()) {
            Matcher serving = SERVING.matcher(log());
            if (serving.find()) {
                return URI.create(serving.group(1));
            }
            Thread.sleep(50);
        }
        throw new AssertionError(log());
    }

    private static HttpResponse<String> get(HttpClient client, URI uri) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "interval", "commit"})
    void servesMetricsHoldsTheLockAndStopsInOrder(String policy) throws Exception {
        Process process = start(policy);
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI metrics = awaitServing(process);
            String scrape = get(client, metrics).body();
            for (SlotColumn column : SlotColumn.ALL) {
                assertTrue(scrape.contains("window_lag{column=\"" + column.label() + "\"} 0.0"), scrape);
            }
            assertTrue(scrape.contains("m17_symbols_cap 10000.0"), scrape);
            checkWithPromtool(scrape);
            assertEquals(200, get(client, metrics.resolve("/healthz")).statusCode());
            assertEquals(404, get(client, metrics.resolve("/admin")).statusCode());

            String state = directory.resolve("state").toString();
            Cli second = Cli.run("run", "--until-complete", "--state-dir", state);
            assertEquals(ExitCode.STATE, second.code());
            assertTrue(second.err().contains("in use"), second.err());
            assertTrue(second.err().contains("pid=" + process.pid()), second.err());
            var status = Cli.run("status", "--json", "--state-dir", state).json();
            assertEquals(
                    process.pid(), status.required("daemon").required("pid").longValue());

            fillWhileItRuns(client, metrics);
            checkWatermark(client, metrics, policy);
        } finally {
            process.destroy();
        }
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), log());
        assertTrue(Files.readString(directory.resolve("state/lock")).contains(" pid=0 "));
        String state = directory.resolve("state").toString();
        assertEquals(ExitCode.DONE, Cli.run("verify", "--state-dir", state).code());
        assertTrue(commits(state) > 0, "a clean stop commits");
    }

    private static long commits(String state) {
        Cli status = Cli.run("status", "--json", "--state-dir", state);
        return status.json().required("durable").required("commits").longValue();
    }

    /// Metrics and `status` say how much is durable, and nothing is before the policy makes it so.
    private void checkWatermark(HttpClient client, URI metrics, String policy) throws Exception {
        String state = directory.resolve("state").toString();
        Pattern committed = Pattern.compile("m17_commits_total ([1-9][0-9.E]*)");
        boolean expected = !policy.equals("none");
        String scrape = get(client, metrics).body();
        for (int attempt = 0; attempt < 100 && committed.matcher(scrape).find() != expected; attempt++) {
            Thread.sleep(50);
            scrape = get(client, metrics).body();
        }
        assertEquals(expected, committed.matcher(scrape).find(), scrape);
        assertEquals(expected, !scrape.contains("m17_durable_up_to_seconds 0.0"), scrape);
        assertTrue(scrape.contains("m17_commit_failed 0.0"), scrape);
        assertEquals(expected, commits(state) > 0);
        String text = Cli.run("status", "--state-dir", state).out();
        assertEquals(expected, text.contains("durable up to 2"), text);
        assertEquals(!expected, text.contains("nothing was made durable yet"), text);
    }

    /// A file that comes while the daemon runs is found and worked on.
    private void fillWhileItRuns(HttpClient client, URI metrics) throws Exception {
        Path made = directory.resolve("made");
        assertEquals(
                0,
                Cli.run("simulate", "--preset", "small", "--out", made.toString())
                        .code());
        String name = "us_stocks_sip/trades_v1/2025/06/2025-06-02.csv.gz";
        Path target = directory.resolve("day").resolve(name);
        Files.createDirectories(target.getParent());
        Files.move(made.resolve(name), target);
        Pattern filled = Pattern.compile("m17_slots\\{column=\"aggs_4h\",status=\"filled\"} ([1-9][0-9.E]*)");
        String scrape = "";
        for (int attempt = 0; attempt < 200 && !filled.matcher(scrape).find(); attempt++) {
            Thread.sleep(100);
            scrape = get(client, metrics).body();
        }
        assertTrue(filled.matcher(scrape).find(), log());
        checkWithPromtool(scrape);
    }

    /// Where promtool is installed, it must find no fault.
    private void checkWithPromtool(String scrape) throws Exception {
        Optional<Path> promtool = List.of("/usr/bin/promtool", "/usr/local/bin/promtool").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (promtool.isPresent()) {
            Path input = Files.writeString(directory.resolve("scrape"), scrape);
            Process check = new ProcessBuilder(promtool.get().toString(), "check", "metrics")
                    .redirectInput(input.toFile())
                    .redirectErrorStream(true)
                    .start();
            String faults = new String(check.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertEquals(0, check.waitFor(), faults);
        }
    }
}
