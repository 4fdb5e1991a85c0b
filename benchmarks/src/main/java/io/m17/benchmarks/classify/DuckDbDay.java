package io.m17.benchmarks.classify;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// A day in DuckDB's memory, and Lee and Ready's method as one statement over it: an as-of join, the tick rule as
/// windows over the trades. Confined to one thread.
final class DuckDbDay implements AutoCloseable {
    /// The reference of the tick rule is the last price that differs: that of the row before the current run of equal
    /// prices, carried along the run. The windows have no order of their own, so that DuckDB streams the table, whose
    /// rows stand in order of time: of four ways to write it the fastest.
    private static final String CLASSIFY = """
            create or replace table sides as
            with changes as (select *, lag(price) over () as before from trades),
            ticks as (
              select n, ns, price,
                last_value(case when price <> before then before end ignore nulls)
                  over (rows between unbounded preceding and current row) as reference
              from changes)
            select t.n,
              case when q.bid is null then 0
                when 2 * t.price > q.bid + q.ask then 1
                when 2 * t.price < q.bid + q.ask then -1
                when t.reference is null then 0
                else sign(t.price - t.reference) end::tinyint as side,
              abs(2 * t.price - q.bid - q.ask) as effective_spread
            from ticks t asof left join quotes q on t.ns > q.ns""";

    private final Connection connection;
    private final Statement statement;

    DuckDbDay(RandomDay day, int threads) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        statement = connection.createStatement();
        statement.execute("set threads = " + threads);
        statement.execute("create table trades (n integer, ns bigint, price bigint)");
        statement.execute("create table quotes (ns bigint, bid bigint, ask bigint)");
        try (DuckDBAppender rows = appender("trades")) {
            for (int row = 0; row < day.price().length; row++) {
                rows.beginRow()
                        .append(row)
                        .append(day.tradeNs()[row])
                        .append(day.price()[row])
                        .endRow();
            }
        }
        try (DuckDBAppender rows = appender("quotes")) {
            // Of quotes at one instant the last counts; an as-of join takes any of them.
            for (int row = 0; row < day.bid().length; row++) {
                if (row + 1 == day.bid().length || day.quoteNs()[row + 1] != day.quoteNs()[row]) {
                    rows.beginRow()
                            .append(day.quoteNs()[row])
                            .append(day.bid()[row])
                            .append(day.ask()[row])
                            .endRow();
                }
            }
        }
    }

    private DuckDBAppender appender(String table) throws SQLException {
        return connection.unwrap(DuckDBConnection.class).createAppender("main", table);
    }

    /// Joins and classifies into a table, in memory as everything is.
    void classify() throws SQLException {
        statement.execute(CLASSIFY);
    }

    /// The sides by trade, as [#classify] left them.
    byte[] sides(int trades) throws SQLException {
        byte[] sides = new byte[trades];
        try (ResultSet rows = statement.executeQuery("select n, side from sides")) {
            while (rows.next()) {
                sides[rows.getInt(1)] = rows.getByte(2);
            }
        }
        return sides;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
