package io.m17.benchmarks.day;

import io.m17.benchmarks.day.DayFiles.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What a day's Parquet files add up to, so that two programs' can be compared: rows of trades and of quotes, buys and
/// sells, and a window each the number of bars, their volume by side, trades and closes. Where a window was written
/// twice, its newest file counts.
///
/// @param figures a line each
record DayContents(List<String> figures) {
    DayContents {
        figures = List.copyOf(figures);
    }

    static DayContents read(DayFiles files) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            List<String> figures = new ArrayList<>();
            figures.addAll(lines(statement, "select 'trades', count(*) from " + files.rows(Kind.TRADE)));
            figures.addAll(lines(statement, "select 'quotes', count(*) from " + files.rows(Kind.QUOTE)));
            figures.addAll(lines(statement, """
                    select lower(side), count(*)
                    from (%s) where side in ('BUY', 'SELL') group by all order by all""".formatted(
                            newest(files.rows(Kind.AGGRESSOR), "ticker, sip_timestamp, sequence_number"))));
            figures.addAll(lines(statement, """
                    select "window", count(*), sum(volume), sum(buy_volume), sum(sell_volume), sum(trade_count), sum(close)
                    from (%s) group by all order by all""".formatted(
                            newest(files.rows(Kind.AGGREGATE), "instrument, \"window\", window_start"))));
            return new DayContents(figures);
        }
    }

    /// The number of rows of a kind, whatever their windows.
    static long count(DayFiles files, Kind kind) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String line =
                    lines(statement, "select count(*) from " + files.rows(kind)).getFirst();
            return Long.parseLong(line);
        }
    }

    private static String newest(String rows, String key) {
        return "select * from " + rows + " qualify row_number() over (partition by " + key
                + " order by filename desc) = 1";
    }

    private static List<String> lines(Statement statement, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> fields = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    fields.add(rows.getString(column));
                }
                lines.add(String.join(" ", fields));
            }
        }
        return lines;
    }

    /// The lines that the other has differently; empty when both are equal.
    List<String> differences(DayContents other) {
        List<String> differences = new ArrayList<>(figures);
        differences.removeAll(other.figures);
        List<String> theirs = new ArrayList<>(other.figures);
        theirs.removeAll(figures);
        if (!differences.isEmpty() || !theirs.isEmpty()) {
            return List.of("m17 has " + differences + ", DuckDB " + theirs);
        }
        return List.of();
    }
}
