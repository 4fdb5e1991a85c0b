package io.m17.benchmarks.day;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.ledger.calendar.TradingSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A few rows whose sides and bars are worked out by hand: what m17 is compared with must be right itself.
class DuckDbWholeDayTest {
    private static final LocalDate DATE = LocalDate.of(2025, 6, 2);
    private static final String TRADES_HEADER = "ticker,conditions,correction,exchange,id,participant_timestamp,price,"
            + "sequence_number,sip_timestamp,size,tape,trf_id,trf_timestamp\n";
    private static final String QUOTES_HEADER =
            "ticker,ask_exchange,ask_price,ask_size,bid_exchange,bid_price,bid_size,conditions,indicators,"
                    + "participant_timestamp,sequence_number,sip_timestamp,tape,trf_timestamp\n";
    private static final long SECOND_NS = 1_000_000_000;

    @TempDir
    Path directory;

    private final TradingSession session = new VendorDay(Path.of(""), DATE).session();
    private final StringBuilder trades = new StringBuilder(TRADES_HEADER);
    private final StringBuilder quotes = new StringBuilder(QUOTES_HEADER);
    private DayFiles output = new DayFiles("");

    @BeforeEach
    void name() {
        output = DayFiles.ofDirectory(directory);
    }

    @Test
    void signsAsLeeAndReadyDo() throws Exception {
        quote(0, 1, "10.00", "10.02");
        quote(10, 2, "10.00", "10.04");
        quote(10, 3, "10.20", "10.22");
        trade(-5, 1, "10.05", "", 0);
        trade(0, 2, "10.01", "", 0); // no quote is strictly before it
        trade(1, 3, "10.01", "", 0); // at the midpoint, down from 10.05
        trade(2, 4, "10.02", "", 0); // above it
        trade(3, 5, "10.005", "", 0); // below it
        trade(4, 6, "10.01", "", 0); // at the midpoint, up from 10.005
        trade(5, 7, "9.00", "", 8); // cancelled: no side, and no tick
        trade(6, 8, "10.01", "", 0); // at the midpoint, still up from 10.005
        trade(11, 9, "10.11", "", 0); // of two quotes at one time the later one: below it
        run();
        assertEquals(
                List.of("2 UNKNOWN", "3 SELL", "4 BUY", "5 SELL", "6 BUY", "7 UNKNOWN", "8 BUY", "9 SELL"),
                rows("select sequence_number, side from " + output.rows(DayFiles.Kind.AGGRESSOR)
                        + " order by sequence_number"));
    }

    @Test
    void barsFollowTheConditions() throws Exception {
        quote(0, 1, "10.00", "10.02");
        trade(1, 1, "10.02", "", 0);
        trade(2, 2, "99.00", "37", 0); // an odd lot: volume only
        trade(3, 3, "98.00", "16", 0); // an official price: nothing
        trade(70, 4, "10.00", "14,41", 0);
        run();
        String first = "select open, high, low, close, volume, trade_count, buy_volume, sell_volume from "
                + output.rows(DayFiles.Kind.AGGREGATE) + " where window_start = " + session.openNs()
                + " and \"window\" = ";
        assertEquals(
                List.of("10.020000 10.020000 10.020000 10.020000 200.000000 2 200.000000 0.000000"),
                rows(first + "'1m'"));
        assertEquals(
                List.of("10.020000 10.020000 10.000000 10.000000 300.000000 3 200.000000 100.000000"),
                rows(first + "'5m'"));
        assertEquals(
                List.of("1m 2", "4h 2"),
                rows("select \"window\", count(*) from " + output.rows(DayFiles.Kind.AGGREGATE)
                        + " where \"window\" in ('1m', '4h') group by all order by all"));
    }

    private void trade(long second, int sequence, String price, String conditions, int correction) {
        long sipNs = session.openNs() + second * SECOND_NS;
        trades.append("A,\"%s\",%d,11,%d,%d,%s,%d,%d,100,3,0,0\n"
                .formatted(conditions, correction, sequence, sipNs, price, sequence, sipNs));
    }

    private void quote(long second, int sequence, String bid, String ask) {
        long sipNs = session.openNs() + second * SECOND_NS;
        quotes.append("A,1,%s,1,1,%s,1,1,,%d,%d,%d,3,0\n".formatted(ask, bid, sipNs, sequence, sipNs));
    }

    private void run() throws Exception {
        DuckDbWholeDay.run(new DuckDbStatements(
                file("trades.csv.gz", trades),
                file("quotes.csv.gz", quotes),
                output,
                session.openNs(),
                session.closeNs()));
    }

    private Path file(String name, CharSequence text) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    private static List<String> rows(String sql) throws Exception {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder line = new StringBuilder(rows.getString(1));
                for (int column = 2; column <= columns; column++) {
                    line.append(' ').append(rows.getString(column));
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }
}
