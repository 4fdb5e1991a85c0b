package io.m17.proof;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// An independent program that reads the artifacts: DuckDB, in memory. Confined to one thread.
final class DuckDb implements AutoCloseable {
    private final Connection connection;

    DuckDb() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("set threads = 2");
    }

    /// Makes a view of every artifact of a kind.
    void artifacts(String kind, Path stateDir) throws SQLException {
        execute("create view " + kind + " as select * exclude (session, source) from read_parquet('" + stateDir
                + "/session=*/artifacts/" + kind + "/*/*.parquet')");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The rows of a query, columns joined by a bar.
    List<String> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    row.append(column == 1 ? "" : "|").append(result.getString(column));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }

    /// The single number of a query.
    long number(String sql) throws SQLException {
        return Long.parseLong(rows(sql).getFirst());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /// Aggressor rows whose quote, quote age or spreads differ from an as-of join of the quotes.
    ///
    /// @param closeNs the session's close
    /// @param horizonNs of the realised spreads
    List<String> wrongQuotesAndSpreads(long closeNs, long horizonNs) throws SQLException {
        return rows("""
                with nbbo as (
                  select ticker, epoch_ns(sip_timestamp) as ns, last(bid_price order by sequence_number) as bid,
                    last(ask_price order by sequence_number) as ask
                  from quote group by all),
                trades as (
                  select *, epoch_ns(sip_timestamp) as ns, epoch_ns(sip_timestamp) + %2$d as later_ns from aggressor),
                now as (
                  select t.*, q.ns as quote_ns, q.bid, q.ask
                  from trades t asof left join nbbo q on t.ticker = q.ticker and t.ns > q.ns),
                later as (
                  select t.*, q.bid as later_bid, q.ask as later_ask
                  from now t asof left join nbbo q on t.ticker = q.ticker and t.later_ns >= q.ns)
                select ticker, sip_timestamp, sequence_number from later
                where quote_age is distinct from ns - quote_ns
                  or bid_price is distinct from nullif(bid, 0) or ask_price is distinct from nullif(ask, 0)
                  or effective_spread is distinct from
                    case when rule in ('LATE', 'NOT_ELIGIBLE') or bid = 0 or ask = 0 or bid > ask then null
                      else abs(2 * price - bid - ask) end
                  or realised_spread is distinct from
                    case when side = 'UNKNOWN' or later_ns >= %1$d or later_bid = 0 or later_ask = 0
                        or later_bid > later_ask then null
                      when side = 'BUY' then 2 * price - later_bid - later_ask
                      else later_bid + later_ask - 2 * price end
                limit 3""".formatted(closeNs, horizonNs));
    }
}
