package io.m17.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.m17.simulator.WrittenDay.Quote;
import io.m17.simulator.WrittenDay.Trade;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The written day holds what a real one holds, and nothing that a real one cannot.
class DayRealismTest {
    private static final SimulationConfig BUSY =
            SimulationConfig.small().withInstruments(8, 2).withDate(LocalDate.of(2025, 6, 3));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path shared;

    @SuppressWarnings("NullAway.Init")
    private static WrittenDay busy;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void simulate() throws IOException {
        busy = WrittenDay.write(BUSY, shared);
    }

    @Test
    void holdsEveryOddKindOfTrade() {
        List<Trade> trades = busy.trades();
        assertTrue(trades.stream().anyMatch(trade -> trade.late() && !option(trade.ticker())), "late stock trades");
        assertTrue(trades.stream().anyMatch(trade -> trade.late() && option(trade.ticker())), "late option trades");
        assertTrue(trades.stream().anyMatch(trade -> trade.conditions().contains(16)), "official opens");
        assertTrue(trades.stream().anyMatch(trade -> trade.conditions().equals(List.of(14, 37, 41))), "odd sweeps");
        assertTrue(trades.stream().anyMatch(trade -> trade.exchange() == 4), "off exchange");
        long cancelled = stockCorrections(trades, 8);
        assertTrue(cancelled > 0, "cancelled trades");
        assertEquals(cancelled, stockCorrections(trades, 10));
        assertEquals(stockCorrections(trades, 7), stockCorrections(trades, 11));
        assertEquals(stockCorrections(trades, 1), stockCorrections(trades, 12));
    }

    @Test
    void holdsEveryOddKindOfQuote() {
        List<Quote> quotes = busy.quotes();
        assertTrue(quotes.stream().anyMatch(quote -> quote.bid().compareTo(quote.ask()) == 0), "locked");
        assertTrue(quotes.stream().anyMatch(q -> q.ask().signum() > 0 && q.bid().compareTo(q.ask()) > 0), "crossed");
        assertTrue(
                quotes.stream()
                        .anyMatch(quote ->
                                quote.bid().signum() == 0 && quote.ask().signum() > 0),
                "no bid");
        assertTrue(
                quotes.stream()
                        .anyMatch(quote ->
                                quote.ask().signum() == 0 && quote.bid().signum() > 0),
                "no ask");
        assertTrue(
                quotes.stream()
                        .anyMatch(quote ->
                                quote.ask().signum() == 0 && quote.bid().signum() == 0),
                "halt");
        long sameTime = quotes.size()
                - quotes.stream().map(q -> q.ticker() + q.sip()).distinct().count();
        assertTrue(sameTime > 10, "quotes at one nanosecond: " + sameTime);
    }

    @Test
    void writesEqualOptionTradesAsTwoRows() throws IOException {
        WrittenDay written = busy;
        List<List<String>> rows = GzipCsv.read(
                        written.day().file(Dataset.OPTION_TRADES).path())
                .stream()
                .map(GzipCsv.Row::fields)
                .toList();
        assertTrue(new HashSet<>(rows).size() < rows.size());
    }

    @Test
    void repeatsIdsOnlyAcrossVenues() {
        List<Trade> stocks =
                busy.trades().stream().filter(trade -> !option(trade.ticker())).toList();
        long byVenue = stocks.stream()
                .map(trade -> trade.ticker() + " " + trade.exchange() + " " + trade.id())
                .distinct()
                .count();
        long byTicker = stocks.stream()
                .map(trade -> trade.ticker() + " " + trade.id())
                .distinct()
                .count();
        assertEquals(stocks.size(), byVenue);
        assertTrue(byTicker < stocks.size());
    }

    @Test
    void staysInsideTheDayAndBehindTheVenuesClock() throws IOException {
        WrittenDay written = WrittenDay.write(BUSY.withClose(LocalTime.of(13, 0)), folder);
        for (Trade trade : written.trades()) {
            LocalTime time = WrittenDay.newYork(trade.sip()).toLocalTime();
            assertTrue(!time.isBefore(LocalTime.of(4, 0)) && time.isBefore(LocalTime.of(17, 0)), trade.toString());
            assertTrue(trade.participant() <= trade.sip(), trade.toString());
            assertTrue(trade.price().signum() > 0 && trade.size().signum() > 0, trade.toString());
        }
        for (Quote quote : written.quotes()) {
            LocalTime time = WrittenDay.newYork(quote.sip()).toLocalTime();
            assertTrue(!time.isBefore(LocalTime.of(4, 0)) && time.isBefore(LocalTime.of(17, 0)), quote.toString());
        }
        assertEquals(210, written.truth().get("minutes").intValue());
        assertEquals(1, written.truth().get("curves").size(), "no curve is published before an early close");
    }

    @Test
    void sortsFilesByTickerAndNumbersRowsInTime() throws IOException {
        WrittenDay written = busy;
        for (Dataset dataset : Dataset.values()) {
            List<String> runs = new ArrayList<>();
            for (GzipCsv.Row row : GzipCsv.read(written.day().file(dataset).path())) {
                if (runs.isEmpty() || !runs.getLast().equals(row.text("ticker"))) {
                    runs.add(row.text("ticker"));
                }
            }
            List<String> sorted = runs.stream()
                    .distinct()
                    .sorted((a, b) -> Arrays.compare(
                            a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII)))
                    .toList();
            assertEquals(sorted, runs, dataset.toString());
        }
        var byTicker = written.quotes().stream().collect(Collectors.groupingBy(Quote::ticker));
        for (List<Quote> quotes : byTicker.values()) {
            List<Quote> bySequence = quotes.stream()
                    .sorted((a, b) -> Long.compare(a.sequence(), b.sequence()))
                    .toList();
            for (int i = 1; i < bySequence.size(); i++) {
                assertTrue(bySequence.get(i - 1).sip() <= bySequence.get(i).sip());
                assertTrue(bySequence.get(i - 1).sequence() < bySequence.get(i).sequence());
            }
        }
    }

    @Test
    void displacesRowsOnlyWhenAsked() throws IOException {
        assertEquals(0, displaced(WrittenDay.write(BUSY.withOutOfOrderShare(0), folder.resolve("a"))));
        assertTrue(displaced(WrittenDay.write(BUSY.withOutOfOrderShare(0.1), folder.resolve("b"))) > 500);
    }

    private static long displaced(WrittenDay written) {
        List<Quote> quotes = written.quotes();
        long count = 0;
        for (int i = 1; i < quotes.size(); i++) {
            boolean sameTicker = quotes.get(i).ticker().equals(quotes.get(i - 1).ticker());
            count += sameTicker && quotes.get(i).before(quotes.get(i - 1)) ? 1 : 0;
        }
        return count;
    }

    @Test
    void writesSizesAsTheVendorDidAtThatTime() throws IOException {
        List<GzipCsv.Row> before = trades(BUSY.withDate(LocalDate.of(2026, 2, 20)), "before");
        List<GzipCsv.Row> after = trades(BUSY.withDate(LocalDate.of(2026, 2, 23)), "after");
        assertTrue(before.stream().allMatch(row -> row.text("size").matches("\\d+")));
        assertTrue(after.stream().allMatch(row -> row.text("size").matches("\\d+\\.\\d{6}")));
        assertTrue(after.stream().anyMatch(row -> !row.text("size").endsWith(".000000")), "fractional sizes");
        assertFalse(after.stream().anyMatch(row -> row.decimal("size").signum() == 0));
    }

    private List<GzipCsv.Row> trades(SimulationConfig config, String name) throws IOException {
        SimulatedDay day = MarketSimulator.write(config, folder.resolve(name), SimulationProgress.NONE);
        return GzipCsv.read(day.file(Dataset.STOCK_TRADES).path());
    }

    @Test
    void writesQuoteSizesInRoundLotsUntilNovember2025() throws IOException {
        SimulatedDay shares = MarketSimulator.write(
                BUSY.withDate(LocalDate.of(2025, 11, 3)), folder.resolve("shares"), SimulationProgress.NONE);
        Set<Long> remainders = GzipCsv.read(
                        busy.day().file(Dataset.STOCK_QUOTES).path())
                .stream()
                .map(row -> row.number("bid_size") % 100)
                .collect(Collectors.toSet());
        assertTrue(remainders.size() > 5);
        assertTrue(GzipCsv.read(shares.file(Dataset.STOCK_QUOTES).path()).stream()
                .allMatch(row -> row.number("bid_size") % 100 == 0));
    }

    @Test
    void listsInstrumentsThatHaveEmptyWindows() {
        JsonNode quiet = columns("nan");
        int tradeWindows = quiet.get("trade_ref").get("non_empty").intValue();
        assertEquals(tradeWindows - 1, quiet.get("aggs_1m").get("non_empty").intValue(), "the official open alone");
        assertTrue(tradeWindows < 60, "a quiet name is empty in most minutes");
        assertEquals(0, columns("NA").get("trade_ref").get("rows").intValue());
        assertEquals(390, columns("NA").get("trade_ref").get("expected").intValue());
        assertEquals(0, columns("NULL").get("quote_ref").get("rows").intValue());
        assertTrue(columns("NULL").get("trade_ref").get("rows").intValue() > 10);
        int halted = columns("AMD").get("quote_ref").get("non_empty").intValue();
        assertTrue(halted <= 383, "seven whole minutes of a halt are empty: " + halted);
    }

    private static JsonNode columns(String symbol) {
        for (JsonNode instrument : busy.truth().get("instruments")) {
            if (instrument.get("symbol").textValue().equals(symbol)) {
                return instrument.get("columns");
            }
        }
        throw new AssertionError("not listed: " + symbol);
    }

    private static boolean option(String ticker) {
        return ticker.startsWith("O:");
    }

    private static long stockCorrections(List<Trade> trades, int code) {
        return trades.stream()
                .filter(trade -> !option(trade.ticker()) && trade.correction() == code)
                .count();
    }
}
