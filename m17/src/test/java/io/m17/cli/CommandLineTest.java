package io.m17.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    @TempDir
    private Path directory = Path.of("");

    private static void assertOneLine(int code, Cli cli) {
        assertEquals(code, cli.code(), cli.err());
        assertEquals(1, cli.err().lines().count(), cli.err());
        assertTrue(cli.err().startsWith("m17: "), cli.err());
        assertEquals("", cli.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frobnicate",
                "status --frobnicate",
                "sessions",
                "conditions --config /nonexistent/m17.conf",
                "sessions --year soon",
                "sessions --year 1889",
                "window SPY",
                "missing --column volume_ref",
                "run --session 2025-13-01",
                "run --verify",
                "run --session 2025-07-04",
                "run --until-complete --session 1889-07-04",
                "run --until-complete --flatfiles /nonexistent/flat",
                "run --until-complete --treasury /nonexistent/curves",
                "status --config /nonexistent/m17.conf",
                "simulate --out x --date 2025-06-07",
                "simulate --out x --preset gigantic",
                "simulate --out x --trades -1",
            })
    void refusesWhatItCannotFollowInOneLine(String line) {
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
        assertOneLine(ExitCode.USAGE, Cli.run(arguments));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "missing",
                "verify",
                "digest",
                "rebuild",
                "window SPY 2025-06-02T09:31",
            })
    void saysThatThereIsNoLedger(String line) {
        List<String> arguments = new java.util.ArrayList<>(List.of(line.split(" ")));
        arguments.addAll(List.of("--state-dir", directory.resolve("none").toString()));
        assertOneLine(ExitCode.STATE, Cli.run(arguments.toArray(String[]::new)));
        assertTrue(Files.notExists(directory.resolve("none")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "m17 99 incarnation=1 pid=0 started=2025-06-02T00:00:00Z"})
    void refusesAStateDirectoryOfAnotherVersionOrKind(String lock) throws IOException {
        Files.writeString(directory.resolve("lock"), lock);
        assertOneLine(ExitCode.STATE, Cli.run("run", "--until-complete", "--state-dir", directory.toString()));
        assertEquals(lock, Files.readString(directory.resolve("lock")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "status",
                "window",
                "missing",
                "verify",
                "digest",
                "rebuild",
                "conditions",
                "sessions",
                "simulate",
            })
    void explainsEveryCommand(String command) {
        Cli cli = Cli.run(command, "--help");
        assertEquals(ExitCode.DONE, cli.code());
        assertTrue(cli.out().contains("--json"), cli.out());
    }

    @Test
    void listsTheSessionsOfAYear() {
        JsonNode sessions =
                Cli.run("sessions", "--year", "2025", "--json").json().required("sessions");
        assertEquals(250, sessions.size());
        JsonNode early = sessions.valueStream()
                .filter(session -> session.required("date").textValue().equals("2025-07-03"))
                .findFirst()
                .orElseThrow();
        assertEquals(210, early.required("minutes").intValue());
        assertTrue(early.required("early_close").booleanValue());
        assertEquals("2025-07-03T13:30:00Z", early.required("open").textValue());
        assertEquals("2025-07-03T17:00:00Z", early.required("close").textValue());
    }

    @Test
    void endsWithAnAnswerWhenThereIsNothingToWorkOn() {
        Cli nothing = Cli.run(
                "run",
                "--until-complete",
                "--json",
                "--state-dir",
                directory.resolve("s").toString());
        assertEquals(ExitCode.NO, nothing.code());
        assertEquals(false, nothing.json().required("complete").booleanValue());
        Cli absent = Cli.run(
                "run",
                "--until-complete",
                "--json",
                "--session",
                "2025-06-02",
                "--state-dir",
                directory.resolve("s").toString());
        assertEquals(ExitCode.NO, absent.code());
        assertEquals(
                "2025-06-02",
                absent.json().required("absent_sessions").required(0).textValue());
    }

    @Test
    void simulatesTheNextEarlyCloseAndReplacesNothing() {
        String[] arguments = {
            "simulate", "--preset", "small", "--early", "--date", "2025-06-20", "--json", "--out", directory.toString()
        };
        Cli first = Cli.run(arguments);
        assertEquals(ExitCode.DONE, first.code(), first.err());
        assertEquals("2025-07-03", first.json().required("date").textValue());
        assertOneLine(ExitCode.USAGE, Cli.run(arguments));
    }
}
