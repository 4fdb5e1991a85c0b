package io.m17.cli;

import static io.m17.cli.HandMadeDay.QUOTES;
import static io.m17.cli.HandMadeDay.STOCK_QUOTES;
import static io.m17.cli.HandMadeDay.STOCK_TRADES;
import static io.m17.cli.HandMadeDay.TRADES;
import static io.m17.cli.HandMadeDay.quote;
import static io.m17.cli.HandMadeDay.trade;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.m17.ledger.Ledger;
import io.m17.ledger.SlotColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleTest {
    @TempDir
    private Path directory;

    private HandMadeDay day = HandMadeDay.in(Path.of("unset"));

    @BeforeEach
    void runADay() throws IOException {
        day = HandMadeDay.in(directory);
        day.write(
                STOCK_TRADES,
                TRADES,
                IntStream.range(0, 390)
                        .mapToObj(minute -> trade("AAA", minute, minute % 2 == 0 ? "10.01" : "9.99", 1_000))
                        .toList());
        day.write(
                STOCK_QUOTES,
                QUOTES,
                IntStream.range(0, 390)
                        .mapToObj(minute -> quote("AAA", minute, "9.98", "10.02", 1))
                        .toList());
        day.run();
    }

    /// Stale windows a column.
    private Map<String, String> stale(String... more) {
        String[] command = new String[more.length + 2];
        command[0] = "stale";
        command[1] = "--json";
        System.arraycopy(more, 0, command, 2, more.length);
        Map<String, String> stale = new TreeMap<>();
        JsonNode lines = day.look(command).json().required("lines");
        lines.forEach(line -> stale.put(
                line.required("column").textValue(), line.required("windows").toString()));
        return stale;
    }

    @Test
    void findsNothingInAFinishedLedger() {
        Cli answer = day.look("stale");
        assertEquals(ExitCode.DONE, answer.code());
        assertEquals("nothing is stale", answer.out().strip());
    }

    @Test
    void listsExactlyWhatFollowsFromAClearedWindow() {
        try (Ledger ledger = Ledger.open(day.options(), 1)) {
            ledger.session(HandMadeDay.SESSION).clearSlot(SlotColumn.TRADE, 0, 100, "doubtful", "test", 2);
        }
        Map<String, String> stale = stale();
        assertEquals("[\"11:10\"]", stale.get("aggressor_ref"));
        assertEquals("[\"11:10\"]", stale.get("aggs_1m"));
        assertEquals("[\"11:06-11:10\"]", stale.get("aggs_5m"));
        assertEquals("[\"09:30-11:10\"]", stale.get("aggs_4h"));
        assertEquals(Map.of("aggs_1m", "[\"11:10\"]"), stale("--from", "2025-06-02T11:10", "--column", "aggs_1m"));
        assertEquals(ExitCode.NO, day.look("stale").code());
        day.run();
        assertEquals(Map.of(), stale());
    }

    @Test
    void takesAChangeOfConfigurationForOneAndRunDerivesAgain() throws IOException {
        Path conf = directory.resolve("m17.conf");
        Files.writeString(conf, "nbbo.method.equity = tick\n");
        assertEquals(
                "[\"09:30-15:59\"]",
                stale("--config", conf.toString(), "--column", "aggressor_ref").get("aggressor_ref"));
        assertEquals(Map.of(), stale());
        assertEquals(ExitCode.DONE, day.run("--config", conf.toString()).code());
        assertEquals(Map.of(), stale("--config", conf.toString()));
        assertTrue(stale().containsKey("aggressor_ref"));
    }
}
