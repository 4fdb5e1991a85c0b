package io.m17.benchmarks.window;

import io.m17.aggregation.AggregateWindow;
import io.m17.aggregation.BarColumns;
import io.m17.aggregation.MinuteBars;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// The minute bars of many symbols in DuckDB's memory, and their windows as one statement. Confined to one thread.
final class DuckDbMinutes implements AutoCloseable {
    private static final List<String> EXACT =
            List.of("open", "high", "low", "close", "trades", "buy", "sell", "unknown");

    private final Connection connection;
    private final Statement statement;

    DuckDbMinutes(RandomMinutes day, int threads) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        statement = connection.createStatement();
        statement.execute("set threads = " + threads);
        statement.execute("create table minutes (symbol integer, minute integer, open bigint, high bigint, low bigint,"
                + " close bigint, trades bigint, buy bigint, sell bigint, unknown bigint, notional double)");
        MinuteBars minutes = MinuteBars.forEquity();
        try (DuckDBAppender rows = connection.unwrap(DuckDBConnection.class).createAppender("main", "minutes")) {
            for (int symbol = 0; symbol < day.symbols(); symbol++) {
                day.fill(symbol, minutes);
                append(rows, symbol, minutes.bars());
            }
        }
    }

    private static void append(DuckDBAppender rows, int symbol, BarColumns bars) throws SQLException {
        for (int minute = 0; minute < RandomMinutes.MINUTES; minute++) {
            rows.beginRow().append(symbol).append(minute);
            price(rows, bars.open(minute));
            price(rows, bars.high(minute));
            price(rows, bars.low(minute));
            price(rows, bars.close(minute));
            rows.append(bars.tradeCount(minute))
                    .append(bars.buyVolume(minute))
                    .append(bars.sellVolume(minute))
                    .append(bars.unknownVolume(minute))
                    .append(notional(bars, minute))
                    .endRow();
        }
    }

    private static void price(DuckDBAppender rows, long price) throws SQLException {
        if (price == BarColumns.NONE) {
            rows.appendNull();
        } else {
            rows.append(price);
        }
    }

    /// Price × size in twelve decimals; the lower word is unsigned.
    private static double notional(BarColumns bars, int minute) {
        long low = bars.notionalLow(minute);
        return bars.notionalHigh(minute) * 0x1p64 + (low >>> 1) * 2.0 + (low & 1);
    }

    /// Rolls all windows and gives their sums.
    WindowSums roll() throws SQLException {
        try (ResultSet row = statement.executeQuery(sums())) {
            row.next();
            WindowSums sums = new WindowSums();
            int at = 1;
            for (AggregateWindow window : AggregateWindow.values()) {
                for (int column = 0; column < WindowSums.COLUMNS; column++) {
                    sums.add(window.ordinal(), column, row.getLong(at));
                    at++;
                }
            }
            return sums;
        }
    }

    private static String sums() {
        List<String> columns = new ArrayList<>();
        for (AggregateWindow window : AggregateWindow.values()) {
            int minutes = window.minutes();
            EXACT.forEach(column -> columns.add("sum(" + column + minutes + ")::bigint"));
            columns.add("sum(notional%1$d / nullif(buy%1$d + sell%1$d + unknown%1$d, 0))::bigint".formatted(minutes));
        }
        return "select " + String.join(", ", columns) + " from ("
                + WindowSql.select("minutes", "symbol", RandomMinutes.MINUTES) + ")";
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
