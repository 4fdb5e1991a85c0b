package io.m17.benchmarks.day;

import io.m17.aggregation.AggregateWindow;
import io.m17.benchmarks.day.DayFiles.Kind;
import io.m17.benchmarks.window.WindowSql;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The day's work in DuckDB's SQL, of several ways to write it the fastest that were found. Immutable.
///
/// Loaded tables are sorted, so that windows without an order of their own stream over them. Prices and sizes are exact
/// decimals; only the notional, and so the VWAP, is in doubles.
///
/// @param openNs of the session, nanoseconds since the epoch
/// @param closeNs of the session
record DuckDbStatements(Path trades, Path quotes, DayFiles output, long openNs, long closeNs) {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final String TRADE_COLUMNS = """
            {'ticker': 'VARCHAR', 'conditions': 'VARCHAR', 'correction': 'TINYINT', 'exchange': 'INTEGER', 'id': 'VARCHAR',
             'participant_timestamp': 'BIGINT', 'price': 'DECIMAL(18,6)', 'sequence_number': 'BIGINT',
             'sip_timestamp': 'BIGINT', 'size': 'DECIMAL(18,6)', 'tape': 'TINYINT', 'trf_id': 'INTEGER',
             'trf_timestamp': 'BIGINT'}""";
    private static final String QUOTE_COLUMNS = """
            {'ticker': 'VARCHAR', 'ask_exchange': 'INTEGER', 'ask_price': 'DECIMAL(18,6)', 'ask_size': 'DECIMAL(18,6)',
             'bid_exchange': 'INTEGER', 'bid_price': 'DECIMAL(18,6)', 'bid_size': 'DECIMAL(18,6)',
             'conditions': 'VARCHAR', 'indicators': 'VARCHAR', 'participant_timestamp': 'BIGINT',
             'sequence_number': 'BIGINT', 'sip_timestamp': 'BIGINT', 'tape': 'TINYINT', 'trf_timestamp': 'BIGINT'}""";

    /// A trade is late when its two clocks differ by more than a minute.
    String loadTrades() {
        return """
                create table trades as
                select * replace (coalesce(conditions, '') as conditions),
                  coalesce(abs(sip_timestamp - participant_timestamp) > %d, false) as late
                from %s order by ticker, sip_timestamp, sequence_number""".formatted(MINUTE_NS, csv(trades, TRADE_COLUMNS));
    }

    String loadQuotes() {
        return "create table quotes as select * from " + csv(quotes, QUOTE_COLUMNS)
                + " order by ticker, sip_timestamp, sequence_number";
    }

    private static String csv(Path file, String columns) {
        return "read_csv('" + file + "', header = true, auto_detect = false, delim = ',', quote = '\"', columns = "
                + columns + ")";
    }

    /// Lee and Ready's sides of the session's trades. The quote is the last one strictly before the trade. The tick
    /// rule's reference is the last different price, 0 where there is none: that of the row before the current run of
    /// equal prices, carried along the run. Late, cancelled and erroneous trades have no side and change no reference.
    String sign() {
        return """
                create table sides as
                with begun as (
                  select rowid as n, ticker, sip_timestamp, sequence_number, price, size, conditions, late,
                    correction in (0, 1) as stands, stands and not late as counts,
                    lag(ticker) over () is distinct from ticker as first
                  from trades),
                priced as (
                  select *, last_value(case when counts then price when first then 0 end ignore nulls)
                    over (rows between unbounded preceding and current row) as last_price
                  from begun),
                changes as (select *, lag(last_price) over () as before from priced),
                ticks as (
                  select *, last_value(
                      case when first then 0 when last_price <> before then before end ignore nulls)
                    over (rows between unbounded preceding and current row) as reference
                  from changes),
                nbbo as (
                  select ticker, sip_timestamp as quote_timestamp, bid_price, ask_price from quotes
                  qualify lead(sip_timestamp) over () is distinct from sip_timestamp
                    or lead(ticker) over () is distinct from ticker)
                select t.n, t.ticker, t.sip_timestamp, t.sequence_number, t.price, t.size, t.conditions, t.late, t.stands,
                  q.bid_price, q.ask_price, t.sip_timestamp - q.quote_timestamp as quote_age,
                  t.counts and q.bid_price > 0 and q.ask_price >= q.bid_price as usable,
                  (case when usable is not true then 0
                    when t.price + t.price > q.bid_price + q.ask_price then 1
                    when t.price + t.price < q.bid_price + q.ask_price then -1
                    when t.reference = 0 then 0
                    else sign(t.price - t.reference) end)::tinyint as side,
                  case when usable then abs(t.price + t.price - q.bid_price - q.ask_price) end as effective_spread
                from (from ticks where sip_timestamp >= %d and sip_timestamp < %d) t
                asof left join nbbo q on t.ticker = q.ticker and t.sip_timestamp > q.quote_timestamp""".formatted(openNs, closeNs);
    }

    /// What each list of conditions that occurs lets a trade update: the AND over its conditions.
    String conditionRules() {
        return """
                create table rules as
                select conditions, not list_has_any(c, [15, 16]) as volume,
                  not list_has_any(c, [15, 16, 2, 7, 12, 13, 20, 21, 29, 37, 52, 53]) as high_low,
                  high_low and not list_has_any(c, [5, 10, 22, 32, 33]) as open_close
                from (
                  select conditions,
                    list_transform(string_split(conditions, ','), lambda x: try_cast(x as integer)) as c
                  from (select distinct conditions from trades))""";
    }

    /// A row a minute of each instrument in that order, with nulls where nothing was traded.
    String minutes() {
        return """
                create table minutes as
                with bars as (
                  select ticker, (sip_timestamp - %1$d) // %2$d as minute,
                    arg_min(price, n) filter (open_close and not late) as open,
                    max(price) filter (high_low and not late) as high,
                    min(price) filter (high_low and not late) as low,
                    arg_max(price, n) filter (open_close and not late) as close,
                    count(*) as trades,
                    coalesce(sum(size) filter (side = 1), 0) as buy,
                    coalesce(sum(size) filter (side = -1), 0) as sell,
                    coalesce(sum(size) filter (side = 0), 0) as unknown,
                    sum(price::double * size::double) as notional
                  from sides join rules using (conditions) where stands and volume group by all)
                select * from (
                  select * from (select distinct ticker from bars), (select unnest(range(0, %3$d)) as minute))
                left join bars using (ticker, minute) order by ticker, minute""".formatted(openNs, MINUTE_NS, sessionMinutes());
    }

    private int sessionMinutes() {
        return Math.toIntExact((closeNs - openNs) / MINUTE_NS);
    }

    String windows() {
        return "create table windows as " + WindowSql.select("minutes", "ticker", sessionMinutes());
    }

    /// Writes a kind's file, sorted by instrument and time.
    String write(Kind kind) {
        String rows = switch (kind) {
            case TRADE -> "trades";
            case QUOTE -> "quotes";
            case AGGRESSOR -> aggressors();
            case AGGREGATE -> aggregates();
        };
        return "copy (from " + rows + ") to '" + output.files(kind) + "' (format parquet, compression zstd)";
    }

    private static String aggressors() {
        return """
                (select ticker, sip_timestamp, sequence_number, price, size, bid_price, ask_price,
                  case side when 1 then 'BUY' when -1 then 'SELL' else 'UNKNOWN' end as side, effective_spread, quote_age
                from sides order by n)""";
    }

    private String aggregates() {
        String windows = Arrays.stream(AggregateWindow.values())
                .map(this::aggregate)
                .collect(Collectors.joining("\nunion all\n"));
        return "(" + windows + "\norder by instrument, \"window\", window_start)";
    }

    private String aggregate(AggregateWindow window) {
        return """
                select ticker as instrument, '%1$s' as "window", %3$d + minute * %4$d as window_start, open%2$d as open,
                  high%2$d as high, low%2$d as low, close%2$d as close, buy%2$d + sell%2$d + unknown%2$d as volume,
                  trades%2$d::bigint as trade_count, notional%2$d / (buy%2$d + sell%2$d + unknown%2$d)::double as vwap,
                  buy%2$d as buy_volume, sell%2$d as sell_volume, unknown%2$d as unknown_volume,
                  %3$d + (minute + %2$d) * %4$d <= %5$d as complete
                from windows where trades%2$d > 0""".formatted(window.label(), window.minutes(), openNs, MINUTE_NS, closeNs);
    }
}
