package io.m17.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.m17.simulator.WrittenDay.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The option files fit the model that the truth names.
class OptionTruthTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static WrittenDay written;

    @SuppressWarnings("NullAway.Init")
    private static List<GzipCsv.Row> rows;

    @BeforeAll
    static void simulate() throws IOException {
        written = WrittenDay.write(SimulationConfig.small(), folder);
        rows = GzipCsv.read(written.day().truthGreeks().path());
    }

    @Test
    void keepsPutCallParityBetweenModelPrices() {
        Map<String, GzipCsv.Row> calls = new HashMap<>();
        int pairs = 0;
        for (GzipCsv.Row row : rows) {
            String ticker = row.text("ticker");
            String key = ticker.substring(0, 11) + ticker.substring(12) + row.text("window_start");
            GzipCsv.Row call = calls.putIfAbsent(key, row);
            if (call != null && !row.text("model_price").isEmpty()) {
                double strike = Integer.parseInt(ticker.substring(12)) / 1000.0;
                double discount = Math.exp(-value(row, "rate") * value(row, "years_to_expiry"));
                assertEquals(
                        value(row, "underlying_price") - strike * discount,
                        value(call, "model_price") - value(row, "model_price"),
                        1e-8);
                pairs++;
            }
        }
        assertTrue(pairs > 3_000, "pairs " + pairs);
    }

    @Test
    void measuresYearsToFourInNewYork() {
        GzipCsv.Row row = rows.getFirst();
        LocalDate expiration =
                LocalDate.parse("20" + row.text("ticker").substring(5, 11), DateTimeFormatter.ofPattern("yyyyMMdd"));
        LocalDateTime expiry = expiration.atTime(20, 0);
        long seconds = expiry.toEpochSecond(ZoneOffset.UTC) - (row.number("window_start") / 1_000_000_000L + 60);
        assertEquals(seconds / 86_400.0 / 365, value(row, "years_to_expiry"), 1e-15);
    }

    @Test
    void readsRatesOffTheWrittenCurve() throws IOException {
        List<String> lines = Files.readAllLines(written.day().treasury().getFirst());
        String published = lines.stream()
                .filter(line -> line.startsWith("05/30/2025"))
                .findFirst()
                .orElseThrow();
        String[] cells = published.split(",", -1);
        double oneMonth = 2 * Math.log(1 + Double.parseDouble(cells[1]) / 200);
        double twoMonths = 2 * Math.log(1 + Double.parseDouble(cells[3]) / 200);
        GzipCsv.Row week = rows.stream()
                .filter(row -> row.text("ticker").startsWith("O:SPY250606"))
                .findFirst()
                .orElseThrow();
        assertEquals(oneMonth, value(week, "rate"), 1e-15);
        JsonNode sample =
                written.truth().get("curves").get(0).get("continuous_rates").get(1);
        double weight = (0.1 - 1 / 12.0) * 12;
        assertEquals(
                oneMonth + weight * (twoMonths - oneMonth), sample.get("rate").doubleValue(), 1e-15);
    }

    @Test
    void bracketsTheModelPriceWhenTheQuoteIsFresh() {
        long twoSided = 0;
        long inside = 0;
        for (GzipCsv.Row row : rows) {
            if (!row.text("model_price").isEmpty() && value(row, "bid_price") > 0) {
                double price = value(row, "model_price");
                twoSided++;
                inside += value(row, "bid_price") <= price && price <= value(row, "ask_price") ? 1 : 0;
            }
        }
        assertTrue(inside > 0.5 * twoSided, inside + " of " + twoSided);
    }

    @Test
    void quotesNoArbitrageAgainstTheUnderlying() {
        List<Quote> spots = written.quotes().stream()
                .filter(quote -> quote.ticker().equals("SPY") && quote.bid().signum() > 0)
                .filter(quote -> quote.bid().compareTo(quote.ask()) <= 0)
                .sorted((a, b) -> a.before(b) ? -1 : b.before(a) ? 1 : 0)
                .toList();
        long[] times = spots.stream().mapToLong(Quote::sip).toArray();
        for (Quote quote : written.quotes()) {
            if (quote.ticker().startsWith("O:") && quote.ask().signum() > 0) {
                int place = Arrays.binarySearch(times, quote.sip());
                int index = Math.max(0, (place < 0 ? -place - 1 : place) - 1);
                Quote spot = spots.get(index);
                double mid = (spot.bid().doubleValue() + spot.ask().doubleValue()) / 2;
                double strike = Integer.parseInt(quote.ticker().substring(12)) / 1000.0;
                boolean call = quote.ticker().charAt(11) == 'C';
                double discounted = strike * 0.998;
                double intrinsic = Math.max(0, call ? mid - strike : discounted - mid);
                double bound = call ? mid : strike;
                assertTrue(quote.ask().doubleValue() >= intrinsic - 0.02, quote + " on " + spot);
                assertTrue(quote.bid().doubleValue() <= bound, quote + " on " + spot);
            }
        }
    }

    @Test
    void givesGoldenGreeksForEveryExpirationAndRight() {
        JsonNode greeks = written.truth().get("golden").get("greeks");
        assertTrue(greeks.size() >= 8, "golden greeks " + greeks.size());
        for (JsonNode greek : greeks) {
            double price = greek.get("model_price").doubleValue();
            assertTrue(greek.get("bid_price").doubleValue() <= price
                    && price <= greek.get("ask_price").doubleValue());
            boolean call = greek.get("ticker").textValue().charAt(11) == 'C';
            assertEquals(call, greek.get("delta").doubleValue() > 0);
            assertTrue(greek.get("vega").doubleValue() > 0 && greek.get("gamma").doubleValue() > 0);
        }
    }

    private static double value(GzipCsv.Row row, String column) {
        return Double.parseDouble(row.text(column));
    }
}
