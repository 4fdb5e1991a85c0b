package io.m17.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A simulated day read back from its files, rows in file order.
record WrittenDay(SimulatedDay day, List<Trade> trades, List<Quote> quotes, JsonNode truth) {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final List<Integer> NO_VOLUME = List.of(15, 16, 201);
    private static final List<Integer> VOLUME_ONLY = List.of(2, 12, 37, 53);

    /// A trade row. `row` counts within the file, `sequence` is 0 for options.
    record Trade(
            int row,
            String ticker,
            long sip,
            long participant,
            long sequence,
            BigDecimal price,
            BigDecimal size,
            int correction,
            List<Integer> conditions,
            int exchange,
            String id) {
        boolean valid() {
            return correction == 0 || correction == 1;
        }

        boolean late() {
            return Math.abs(sip - participant) > 60_000_000_000L;
        }

        boolean volume() {
            return valid() && conditions.stream().noneMatch(NO_VOLUME::contains);
        }

        boolean prices() {
            return volume() && !late() && conditions.stream().noneMatch(VOLUME_ONLY::contains);
        }

        boolean before(Trade other) {
            return sip != other.sip
                    ? sip < other.sip
                    : sequence != other.sequence ? sequence < other.sequence : row < other.row;
        }
    }

    record Quote(int row, String ticker, long sip, long sequence, BigDecimal bid, BigDecimal ask) {
        boolean before(Quote other) {
            return sip != other.sip ? sip < other.sip : sequence < other.sequence;
        }
    }

    static WrittenDay write(SimulationConfig config, Path folder) throws IOException {
        SimulatedDay day = MarketSimulator.write(config, folder, SimulationProgress.NONE);
        List<Trade> trades = new ArrayList<>();
        List<Quote> quotes = new ArrayList<>();
        for (Dataset dataset : day.files().keySet().stream().sorted().toList()) {
            List<GzipCsv.Row> rows = GzipCsv.read(day.file(dataset).path());
            if (rows.size() != day.file(dataset).rows()) {
                throw new AssertionError("rows of " + dataset);
            }
            switch (dataset) {
                case STOCK_TRADES, OPTION_TRADES -> rows.forEach(row -> trades.add(trade(row)));
                case STOCK_QUOTES, OPTION_QUOTES -> rows.forEach(row -> quotes.add(quote(row)));
            }
        }
        JsonNode truth = new ObjectMapper().readTree(day.truth().toFile());
        return new WrittenDay(day, trades, quotes, truth);
    }

    private static Trade trade(GzipCsv.Row row) {
        String conditions = row.text("conditions");
        return new Trade(
                row.number(),
                row.text("ticker"),
                row.number("sip_timestamp"),
                row.number(row.has("participant_timestamp") ? "participant_timestamp" : "sip_timestamp"),
                row.has("sequence_number") ? row.number("sequence_number") : 0,
                row.decimal("price"),
                row.decimal("size"),
                Math.toIntExact(row.number("correction")),
                conditions.isEmpty()
                        ? List.of()
                        : Arrays.stream(conditions.split(","))
                                .map(Integer::valueOf)
                                .toList(),
                Math.toIntExact(row.number("exchange")),
                row.has("id") ? row.text("id") + "/" + row.text("trf_id") : "");
    }

    private static Quote quote(GzipCsv.Row row) {
        return new Quote(
                row.number(),
                row.text("ticker"),
                row.number("sip_timestamp"),
                row.number("sequence_number"),
                row.decimal("bid_price"),
                row.decimal("ask_price"));
    }

    /// Minute of the session by the wall clock of New York, −1 outside.
    int minute(long sip) {
        ZonedDateTime time = newYork(sip);
        int minute = time.getHour() * 60 + time.getMinute() - (9 * 60 + 30);
        boolean inside = minute >= 0
                && minute < minutes()
                && time.toLocalDate().equals(day.config().date());
        return inside ? minute : -1;
    }

    static ZonedDateTime newYork(long epochNs) {
        return Instant.ofEpochSecond(0, epochNs).atZone(NEW_YORK);
    }

    int minutes() {
        return day.config().close().toSecondOfDay() / 60 - (9 * 60 + 30);
    }

    long minuteEndNs(int minute) {
        ZonedDateTime end = day.config().date().atTime(9, 30).atZone(NEW_YORK).plusMinutes(minute + 1);
        return end.toEpochSecond() * 1_000_000_000;
    }

    /// The ledger's instrument of a ticker: the chain for an option.
    static String instrument(String ticker) {
        return ticker.startsWith("O:") ? ticker.substring(0, ticker.length() - 15) : ticker;
    }
}
