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
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
    @TempDir
    private Path directory;

    private HandMadeDay day = HandMadeDay.in(Path.of("unset"));
    private final List<String> trades = new ArrayList<>();

    @BeforeEach
    void runADay() throws IOException {
        day = HandMadeDay.in(directory);
        trades.addAll(IntStream.range(0, 390)
                .mapToObj(minute -> trade("AAA", minute, "10.01", 1_000))
                .toList());
        day.write(STOCK_TRADES, TRADES, trades);
        day.write(STOCK_QUOTES, QUOTES, List.of(quote("AAA", 3, "9.98", "10.02", 1)));
        day.run();
    }

    private JsonNode explain(String window, String column, String... more) {
        List<String> command = new ArrayList<>(List.of("explain", "AAA", window, column, "--json"));
        command.addAll(List.of(more));
        return day.look(command.toArray(String[]::new)).json();
    }

    private static List<String> cells(JsonNode inputs) {
        List<String> cells = new ArrayList<>();
        inputs.forEach(input -> cells.add(input.required("role").textValue() + " "
                + input.required("column").textValue() + " "
                + input.required("window").textValue().substring(9)));
        return cells;
    }

    @Test
    void resolvesASourceSpanToTheOneMinuteWindowsThatItNames() {
        JsonNode subject = explain("2025-06-02T09:35", "aggs_5m");
        assertEquals(
                List.of(
                        "content aggs_1m 005",
                        "content aggs_1m 006",
                        "content aggs_1m 007",
                        "content aggs_1m 008",
                        "content aggs_1m 009"),
                cells(subject.required("inputs")));
        JsonNode first = subject.required("inputs").required(0);
        assertEquals(List.of("content trade_ref 005", "content aggressor_ref 005"), cells(first.required("inputs")));
    }

    @Test
    void namesTheWindowThatAStateWasCarriedInFromAndTheFileBehindIt() {
        JsonNode subject = explain("2025-06-02T09:35", "aggressor_ref");
        assertEquals(
                List.of(
                        "carried trade_ref 004",
                        "content trade_ref 005",
                        "carried quote_ref 003",
                        "content quote_ref 005"),
                cells(subject.required("inputs")));
        JsonNode quote = subject.required("inputs").required(2);
        assertTrue(quote.required("source_file")
                .required("path")
                .textValue()
                .endsWith("us_stocks_sip/quotes_v1/2025/06/2025-06-02.csv"));
    }

    @Test
    void saysWhyAVersionRoseWhenAFileWasReplaced() throws IOException {
        trades.set(7, trade("AAA", 7, "9.99", 1_000));
        day.write(STOCK_TRADES, TRADES, trades);
        day.run();
        JsonNode subject = explain("2025-06-02T09:37", "aggs_1m");
        assertEquals(2, subject.required("version").intValue());
        JsonNode trade = subject.required("inputs").required(0);
        JsonNode before = explain("2025-06-02T09:36", "trade_ref");
        assertEquals(2, trade.required("version").intValue());
        assertEquals(1, before.required("version").intValue());
        assertTrue(modified(trade).isAfter(modified(before)));
    }

    private static Instant modified(JsonNode cell) {
        return Instant.parse(cell.required("source_file").required("modified").textValue());
    }

    @Test
    void printsATreeWithTheVendorFilesBelow() {
        String out = day.look("explain", "AAA", "2025-06-02T15:58", "aggs_5m").out();
        assertTrue(out.startsWith("AAA 2025-06-02 15:58 aggs_5m: version 1, 1 row, checksum "), out);
        assertTrue(out.contains("= 15:58 to 16:00, clipped by the session's end"), out);
        assertTrue(out.contains("carried in from AAA 2025-06-02 09:33 quote_ref"), out);
        assertTrue(out.contains("vendor files\n  1  "), out);
    }

    @Test
    void goesAsDeepAsItIsTold() {
        assertTrue(explain("2025-06-02T09:35", "aggs_4h", "--depth", "0")
                .required("inputs")
                .isEmpty());
        JsonNode one = explain("2025-06-02T09:35", "aggs_4h", "--depth", "1");
        assertEquals(240, one.required("inputs").size());
        assertTrue(one.required("inputs").required(0).required("inputs").isEmpty());
    }

    @Test
    void answersNoForACellWithoutAPayload() {
        Cli answer = day.look("explain", "AAA", "2025-06-02T09:35", "rf_rate_ref");
        assertEquals(ExitCode.NO, answer.code());
        assertEquals(
                ExitCode.USAGE,
                day.look("explain", "ZZZ", "2025-06-02T09:35", "trade_ref").code());
    }
}
