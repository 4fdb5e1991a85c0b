package io.m17.cli;

import static io.m17.cli.HandMadeDay.MINUTE_NS;
import static io.m17.cli.HandMadeDay.OPEN_NS;
import static io.m17.cli.HandMadeDay.OPTION_TRADES;
import static io.m17.cli.HandMadeDay.QUOTES;
import static io.m17.cli.HandMadeDay.STOCK_QUOTES;
import static io.m17.cli.HandMadeDay.STOCK_TRADES;
import static io.m17.cli.HandMadeDay.TRADES;
import static io.m17.cli.HandMadeDay.quote;
import static io.m17.cli.HandMadeDay.trade;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.SlotColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows that are read and not believed, or that only look wrong: hand-made files, and what DuckDB sees in the
/// artifacts.
class BadRowsTest {
    private static final String BARS = "select epoch_ns(window_start) - " + OPEN_NS
            + ", open, high, low, close, volume, trade_count, vwap, excluded_count from aggregate"
            + " where \"window\" = '%s' and instrument = '%s' order by 1";

    @TempDir
    private Path directory;

    private HandMadeDay day() {
        return HandMadeDay.in(directory);
    }

    private static String row(int minute, int correction, String price, String size, int sequence) {
        long ns = OPEN_NS + minute * MINUTE_NS + sequence;
        return "AAA,," + correction + ",4," + price + "," + ns + "," + size + "," + sequence;
    }

    /// What DuckDB answers, columns joined by a bar.
    private List<String> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String kind : List.of("trade", "quote", "aggressor", "aggregate")) {
                Path files = day().state().resolve("session=*/artifacts/" + kind + "/*/*.parquet");
                if (sql.contains("from " + kind)) {
                    statement.execute("create view " + kind + " as select * from read_parquet('" + files + "')");
                }
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(String.valueOf(result.getString(i)));
                    }
                    rows.add(String.join("|", row));
                }
            }
            return rows;
        }
    }

    private void writeValuesThatCannotBe() throws IOException {
        day().write(
                        STOCK_TRADES,
                        TRADES,
                        List.of(
                                row(0, 0, "10.00", "100", 2),
                                row(0, 0, "0", "100", 3),
                                row(0, 0, "-1", "100", 4),
                                row(0, 0, "10000000.01", "100", 5),
                                row(0, 0, "10.00", "-100", 6),
                                row(0, 0, "10.00", "1000000001", 7),
                                row(0, 8, "0", "100", 8),
                                row(2, 0, "-3", "100", 9),
                                row(3, 0, "11.00", "50", 10)));
        day().write(STOCK_QUOTES, QUOTES, List.of(quote("AAA", 0, "9.98", "10.02", 1)));
    }

    @Test
    void keepsValuesThatCannotBeWithAFlagAndCountsThemOutOfTheAggregates() throws Exception {
        writeValuesThatCannotBe();
        assertEquals(ExitCode.DONE, day().run().code());
        assertEquals(
                List.of(
                        "",
                        "PRICE_NOT_POSITIVE",
                        "PRICE_NOT_POSITIVE",
                        "PRICE_TOO_HIGH",
                        "SIZE_NEGATIVE",
                        "SIZE_TOO_LARGE",
                        "PRICE_NOT_POSITIVE",
                        "PRICE_NOT_POSITIVE",
                        ""),
                query("select flag from trade order by sequence_number"));
        assertEquals(
                List.of(
                        "0|10.000000|10.000000|10.000000|10.000000|100.000000|1|10.000000|5",
                        "120000000000|null|null|null|null|0.000000|0|null|1",
                        "180000000000|11.000000|11.000000|11.000000|11.000000|50.000000|1|11.000000|0"),
                query(BARS.formatted("1m", "AAA")));
        assertEquals(
                "0|10.000000|11.000000|10.000000|11.000000|150.000000|2|10.333333|6",
                query(BARS.formatted("5m", "AAA")).getFirst());
        assertEquals(
                List.of("NOT_ELIGIBLE|7", "NO_TICK|1", "QUOTE|1"),
                query("select rule || '|' || count(*) from aggressor group by rule order by rule"));
        assertEquals(ExitCode.DONE, day().look("verify", "--deep").code());
    }

    @Test
    void aggregatesAgainWhenTheBoundsChange() throws Exception {
        writeValuesThatCannotBe();
        day().run();
        Path conf = Files.writeString(directory.resolve("m17.conf"), "trades.highest-price = 10\n");
        assertEquals(
                ExitCode.NO, day().look("stale", "--config", conf.toString()).code());
        assertEquals(ExitCode.DONE, day().run("--config", conf.toString()).code());
        assertEquals(
                1, day().slot("AAA", SlotColumn.AGGS_1M, 0).version(), "10.00 is within bounds, and 0 still is not");
        assertEquals(2, day().slot("AAA", SlotColumn.AGGS_1M, 3).version());
        assertEquals(2, day().slot("AAA", SlotColumn.AGGRESSOR, 3).version());
        assertEquals(2, day().slot("AAA", SlotColumn.AGGS_5M, 0).version());
        assertEquals(1, day().slot("AAA", SlotColumn.TRADE, 3).version());
        assertEquals(
                ExitCode.DONE, day().look("stale", "--config", conf.toString()).code());
    }

    @Test
    void takesASideWithANegativePriceForNoQuote() throws Exception {
        day().write(STOCK_TRADES, TRADES, List.of(trade("AAA", 0, "10.00", 9), trade("AAA", 1, "10.00", 9)));
        day().write(
                        STOCK_QUOTES,
                        QUOTES,
                        List.of(quote("AAA", 0, "-9.98", "10.02", 1), quote("AAA", 1, "9.98", "10.03", 1)));
        assertEquals(ExitCode.DONE, day().run().code());
        assertEquals(List.of("-9.980000", "9.980000"), query("select bid_price from quote order by sip_timestamp"));
        assertEquals(
                List.of("null|10.020000|ONE_SIDED", "9.980000|10.030000|QUOTE"),
                query("select bid_price, ask_price, rule from aggressor order by sip_timestamp"));
    }

    @Test
    void readsOddButSoundRowsOfStocks() throws Exception {
        String header = "size,colour,sequence_number,sip_timestamp,price,exchange,correction,conditions,ticker";
        day().write(
                        STOCK_TRADES,
                        header,
                        List.of(
                                "100,red,7," + (OPEN_NS + 70) + ",12.00,4,0,,NA",
                                "100,,3," + (OPEN_NS + 30) + ",10.00,4,0,,NA",
                                "100,,5," + (OPEN_NS + 50) + ",11.00,977,0,\"14,99\",NA",
                                "100,,5," + (OPEN_NS + 50) + ",11.00,977,0,\"14,99\",NA"));
        day().write(STOCK_QUOTES, QUOTES, List.of(quote("NA", 0, "9.98", "10.02", 1)));
        assertEquals(ExitCode.DONE, day().run().code());
        assertEquals(
                List.of("3|4|", "5|977|14,99", "5|977|14,99", "7|4|"),
                query("select sequence_number, exchange, conditions from trade order by sip_timestamp"));
        assertEquals(
                List.of("0|10.000000|12.000000|10.000000|12.000000|400.000000|4|11.000000|0"),
                query(BARS.formatted("1m", "NA")));
    }

    @Test
    void keepsEqualOptionRowsContractsPastTheirExpiryAndAdjustedRoots() throws Exception {
        String header = "ticker,conditions,correction,exchange,price,sip_timestamp,size";
        String late = "O:SPY250530C00500000,232,0,312,1.50," + (OPEN_NS + 5) + ",2";
        String adjusted = "O:SPY1250620C00500000,232,0,312,1.50," + (OPEN_NS + 5) + ",2";
        String sound = "O:SPY250620C00500000,232,0,312,1.50," + (OPEN_NS + 5) + ",2";
        day().write(OPTION_TRADES, header, List.of(adjusted, late, sound, sound, sound));
        day().run();
        assertEquals(
                List.of(
                        "O:SPY|O:SPY250530C00500000|1",
                        "O:SPY|O:SPY250620C00500000|3",
                        "O:SPY1|O:SPY1250620C00500000|1"),
                query("select instrument, ticker, count(*) from trade group by all order by 1, 2"));
        List<String> bars = query(BARS.formatted("1m", "O:SPY"));
        assertEquals(1, bars.size());
        assertTrue(bars.getFirst().contains("|8.000000|4|"), bars.getFirst());
    }
}
