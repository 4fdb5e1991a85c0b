package io.m17.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.m17.simulator.WrittenDay.Quote;
import io.m17.simulator.WrittenDay.Trade;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Counts the written files again, by brute force and from the text, and compares with the truth.
class DayRecountTest {
    private static final Map<String, Integer> AGGREGATES =
            Map.of("aggs_1m", 1, "aggs_5m", 5, "aggs_10m", 10, "aggs_30m", 30, "aggs_1h", 60, "aggs_4h", 240);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    static Stream<SimulationConfig> days() {
        SimulationConfig small = SimulationConfig.small();
        return Stream.of(
                small,
                small.withDate(LocalDate.of(2025, 11, 28)).withClose(LocalTime.of(13, 0)),
                small.withDate(LocalDate.of(2026, 3, 6))
                        .withInstruments(8, 2)
                        .withOutOfOrderShare(0.3)
                        .withOptionParticipantTimestamps(false));
    }

    @ParameterizedTest
    @MethodSource("days")
    void countsWhatTheTruthSays(SimulationConfig config) throws IOException {
        WrittenDay written = WrittenDay.write(config, folder);
        Map<String, List<Integer>> expected = new TreeMap<>();
        Map<String, List<Integer>> told = new TreeMap<>();
        for (JsonNode instrument : written.truth().get("instruments")) {
            String symbol = instrument.get("symbol").textValue();
            for (var column : instrument.get("columns").properties()) {
                told.put(symbol + " " + column.getKey(), numbers(column.getValue()));
                expected.put(symbol + " " + column.getKey(), recount(written, symbol, column.getKey()));
            }
        }
        assertEquals(expected, told);
        var symbols = new TreeSet<String>();
        written.trades().forEach(trade -> symbols.add(WrittenDay.instrument(trade.ticker())));
        written.quotes().forEach(quote -> symbols.add(WrittenDay.instrument(quote.ticker())));
        assertEquals(symbols.size(), written.truth().get("instruments").size());
        assertEquals(6 * symbols.size() + 3 * symbols.size() + 2 * config.chains(), told.size());
        assertTotals(written.truth());
    }

    private static void assertTotals(JsonNode truth) {
        for (var column : truth.get("columns").properties()) {
            long[] sums = new long[3];
            for (JsonNode instrument : truth.get("instruments")) {
                JsonNode count = instrument.get("columns").get(column.getKey());
                if (count != null) {
                    List<Integer> numbers = numbers(count);
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] += numbers.get(i);
                    }
                }
            }
            List<Integer> total = numbers(column.getValue());
            assertEquals(List.of((int) sums[0], (int) sums[1], (int) sums[2]), total, column.getKey());
        }
    }

    private static List<Integer> numbers(JsonNode count) {
        return List.of(
                count.get("expected").intValue(),
                count.get("non_empty").intValue(),
                count.get("rows").intValue());
    }

    private static List<Integer> recount(WrittenDay written, String symbol, String column) {
        return switch (column) {
            case "trade_ref", "aggressor_ref" -> byMinute(written, trades(written, symbol, trade -> true));
            case "quote_ref" ->
                byMinute(
                        written,
                        written.quotes().stream()
                                .filter(quote ->
                                        WrittenDay.instrument(quote.ticker()).equals(symbol))
                                .map(Quote::sip));
            case "rf_rate_ref" -> List.of(written.minutes(), written.minutes(), written.minutes());
            case "greeks_ref" -> greeks(written, symbol);
            default -> rolling(written, symbol, AGGREGATES.getOrDefault(column, 0));
        };
    }

    private static Stream<Long> trades(WrittenDay written, String symbol, Predicate<Trade> which) {
        return written.trades().stream()
                .filter(trade -> WrittenDay.instrument(trade.ticker()).equals(symbol) && which.test(trade))
                .map(Trade::sip);
    }

    private static List<Integer> byMinute(WrittenDay written, Stream<Long> sips) {
        List<Integer> inside =
                sips.map(written::minute).filter(minute -> minute >= 0).toList();
        return List.of(written.minutes(), (int) inside.stream().distinct().count(), inside.size());
    }

    private static List<Integer> rolling(WrittenDay written, String symbol, int width) {
        BitSet filled = new BitSet();
        trades(written, symbol, Trade::volume)
                .map(written::minute)
                .filter(minute -> minute >= 0)
                .forEach(filled::set);
        int windows = 0;
        for (int start = 0; start < written.minutes(); start++) {
            int next = filled.nextSetBit(start);
            windows += next >= 0 && next < start + width ? 1 : 0;
        }
        return List.of(written.minutes(), windows, windows);
    }

    private static List<Integer> greeks(WrittenDay written, String symbol) {
        Map<String, Long> firstQuote = written.quotes().stream()
                .filter(quote -> WrittenDay.instrument(quote.ticker()).equals(symbol))
                .collect(Collectors.toMap(Quote::ticker, Quote::sip, Math::min));
        int windows = 0;
        int rows = 0;
        for (int minute = 0; minute < written.minutes(); minute++) {
            long endNs = written.minuteEndNs(minute);
            int contracts = (int)
                    firstQuote.values().stream().filter(sip -> sip < endNs).count();
            windows += contracts > 0 ? 1 : 0;
            rows += contracts;
        }
        return List.of(written.minutes(), windows, rows);
    }

    @ParameterizedTest
    @MethodSource("days")
    void givesEveryTradeItsLeeReadySide(SimulationConfig config) throws IOException {
        WrittenDay written = WrittenDay.write(config, folder);
        List<GzipCsv.Row> told = GzipCsv.read(written.day().truthTrades().path());
        assertEquals(written.trades().size(), told.size());
        Map<String, List<Trade>> trades = written.trades().stream().collect(Collectors.groupingBy(Trade::ticker));
        Map<String, List<Quote>> quotes = written.quotes().stream().collect(Collectors.groupingBy(Quote::ticker));
        Map<String, GzipCsv.Row> toldByPlace =
                told.stream().collect(Collectors.toMap(row -> row.text("ticker") + " " + row.text("row"), row -> row));
        for (List<Trade> ticker : trades.values()) {
            for (int i = 0; i < ticker.size(); i++) {
                Trade trade = ticker.get(i);
                GzipCsv.Row row = toldByPlace.get(trade.ticker() + " " + (i + 1));
                assertNotNull(row);
                assertEquals(trade.sip(), row.number("sip_timestamp"));
                int minute = written.minute(trade.sip());
                assertEquals(minute < 0 ? "" : Integer.toString(minute), row.text("minute"));
                String side = side(trade, ticker, quotes.getOrDefault(trade.ticker(), List.of()));
                assertEquals(side, row.text("side"), () -> trade + " by " + row.text("rule"));
            }
        }
        assertAgreement(told);
    }

    /// Lee and Ready, written anew on decimals: 2·price against bid + ask, then the last different price.
    private static String side(Trade trade, List<Trade> trades, List<Quote> quotes) {
        Quote prevailing = null;
        for (Quote quote : quotes) {
            if (quote.sip() < trade.sip() && (prevailing == null || prevailing.before(quote))) {
                prevailing = quote;
            }
        }
        boolean usable = prevailing != null
                && prevailing.bid().signum() > 0
                && prevailing.ask().signum() > 0
                && prevailing.bid().compareTo(prevailing.ask()) <= 0;
        if (prevailing == null || !usable || trade.late() || !trade.valid()) {
            return "UNKNOWN";
        }
        int direction =
                trade.price().add(trade.price()).compareTo(prevailing.bid().add(prevailing.ask()));
        if (direction == 0) {
            Trade last = lastDifferent(trade, trades);
            direction = last == null ? 0 : trade.price().compareTo(last.price());
        }
        return direction > 0 ? "BUY" : direction < 0 ? "SELL" : "UNKNOWN";
    }

    private static @Nullable Trade lastDifferent(Trade trade, List<Trade> trades) {
        Trade last = null;
        for (Trade other : trades) {
            boolean candidate = other.before(trade)
                    && other.valid()
                    && !other.late()
                    && other.price().compareTo(trade.price()) != 0;
            if (candidate && (last == null || last.before(other))) {
                last = other;
            }
        }
        return last;
    }

    private static void assertAgreement(List<GzipCsv.Row> told) {
        long both = told.stream().filter(DayRecountTest::known).count();
        long equal = told.stream()
                .filter(row -> known(row) && row.text("side").equals(row.text("trader_side")))
                .count();
        assertTrue(equal > 0.85 * both, "the rule finds most simulated aggressors: " + equal + " of " + both);
    }

    private static boolean known(GzipCsv.Row row) {
        return !row.text("side").equals("UNKNOWN") && !row.text("trader_side").equals("UNKNOWN");
    }

    @ParameterizedTest
    @MethodSource("days")
    void addsUpGoldenBars(SimulationConfig config) throws IOException {
        WrittenDay written = WrittenDay.write(config, folder);
        JsonNode bars = written.truth().get("golden").get("bars_1m");
        assertTrue(bars.size() >= 6, "golden bars " + bars.size());
        for (JsonNode bar : bars) {
            List<Trade> trades = written.trades().stream()
                    .filter(trade -> trade.ticker().equals(bar.get("symbol").textValue()))
                    .filter(trade ->
                            written.minute(trade.sip()) == bar.get("minute").intValue() && trade.volume())
                    .sorted((a, b) -> a.before(b) ? -1 : b.before(a) ? 1 : 0)
                    .toList();
            assertEquals(bar.get("trade_count").intValue(), trades.size());
            BigDecimal volume = trades.stream().map(Trade::size).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, volume.compareTo(decimal(bar, "volume")));
            BigDecimal parts =
                    decimal(bar, "buy_volume").add(decimal(bar, "sell_volume")).add(decimal(bar, "unknown_volume"));
            assertEquals(0, volume.compareTo(parts));
            List<BigDecimal> prices =
                    trades.stream().filter(Trade::prices).map(Trade::price).toList();
            assertEquals(prices.isEmpty(), !bar.has("open"));
            if (!prices.isEmpty()) {
                assertEquals(0, prices.getFirst().compareTo(decimal(bar, "open")));
                assertEquals(0, prices.getLast().compareTo(decimal(bar, "close")));
                assertEquals(
                        0,
                        prices.stream().max(BigDecimal::compareTo).orElseThrow().compareTo(decimal(bar, "high")));
                assertEquals(
                        0,
                        prices.stream().min(BigDecimal::compareTo).orElseThrow().compareTo(decimal(bar, "low")));
            }
        }
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.get(field).asText());
    }
}
