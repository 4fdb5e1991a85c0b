package io.m17.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.m17.ledger.Ledger;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.check.LedgerVerifier;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.state.StateLayout;
import io.m17.nbbo.AggressorPolicy;
import io.m17.nbbo.CrossedPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Session 2013-10-07 of the sample data against the bars, NBBO bars and labels that came with it, and against DuckDB.
class RealDayTest {
    private static final LocalDate SESSION = LocalDate.of(2013, 10, 7);
    private static final Path DATA =
            Path.of(System.getProperty("m17.root", "."), "..", "shared", "data").normalize();
    private static final Duration HORIZON = AggressorPolicy.DEFAULT.realisedSpreadHorizon();
    private static final String OPEN = "1381152600000000000";
    private static final String CLOSE = "1381176000000000000";

    @TempDir
    static Path stateDir;

    private static DuckDb duck;

    @BeforeAll
    static void fill() throws Exception {
        assumeTrue(Files.isDirectory(DATA.resolve("flat")), "the sample data is not here");
        new EngineRun(stateDir, DATA.resolve("flat"), DATA.resolve("treasury"), CrossedPolicy.TICK, 2, 100_000)
                .run(SESSION);
        duck = new DuckDb();
        for (String kind : List.of("trade", "quote", "aggressor", "aggregate")) {
            duck.artifacts(kind, stateDir);
        }
        makeMinutes();
        duck.execute("create view bars as select symbol, window_start_ns, all_volume, all_trades from read_csv('"
                + DATA.resolve("expected/bars_*.csv") + "')");
        duck.execute("create view nbbo as select * from read_csv('" + DATA.resolve("expected/nbbo_bars_*.csv") + "')");
        duck.execute(
                "create view labels as select * from read_csv('" + DATA.resolve("expected/labels_*.csv.gz") + "')");
    }

    @AfterAll
    static void close() throws Exception {
        if (duck != null) {
            duck.close();
        }
    }

    @Test
    void fillsWhatTheFilesHaveAndSaysWhyTheRestIsMissing() {
        try (Ledger ledger = Ledger.openReadOnly(EngineRun.options(stateDir))) {
            SessionLedger session = ledger.session(SESSION);
            for (String symbol : List.of("AIG", "BAC", "IBM", "SPY")) {
                int symbolId = session.symbols().id(symbol).orElseThrow();
                for (SlotColumn column : SlotColumn.ALL) {
                    boolean expected = column != SlotColumn.RF_RATE && column != SlotColumn.GREEKS;
                    boolean quoted =
                            !symbol.equals("SPY") || (column != SlotColumn.QUOTE && column != SlotColumn.AGGRESSOR);
                    assertEquals(
                            expected && quoted ? 390 : 0,
                            session.counts(column, symbolId).filled(),
                            symbol + " " + column);
                }
            }
            int spy = session.symbols().id("SPY").orElseThrow();
            Slot quote = session.slot(SlotColumn.QUOTE, spy, 17);
            assertEquals(Reason.NOT_IN_VENDOR_FILE, quote.reason());
            assertEquals(
                    Reason.INPUT_MISSING,
                    session.slot(SlotColumn.AGGRESSOR, spy, 17).reason());
        }
        assertEquals(
                List.of(),
                LedgerVerifier.verify(new StateLayout(stateDir), EngineRun.options(stateDir))
                        .findings());
    }

    @Test
    void tradeRowsAndSharesEqualTheGivenBarsMinuteByMinute() throws Exception {
        List<String> different = duck.rows("""
                with mine as (
                  select instrument, epoch_ns(sip_timestamp) // 60000000000 * 60000000000 as w,
                         count(*) as trades, sum(size) as volume
                  from trade group by all)
                select symbol, window_start_ns, all_trades, trades, all_volume, volume
                from bars full join mine on symbol = instrument and window_start_ns = w
                where trades is distinct from all_trades or volume is distinct from all_volume""");
        assertEquals(List.of(), different);
        assertEquals(388_417, duck.number("select count(*) from trade"));
    }

    @Test
    void nbboClosesEqualTheGivenOnes() throws Exception {
        List<String> different = duck.rows("""
                with closes as (
                  select instrument, epoch_ns(sip_timestamp) // 60000000000 * 60000000000 as w,
                         last(bid_price order by sip_timestamp, sequence_number) as bid,
                         last(ask_price order by sip_timestamp, sequence_number) as ask
                  from quote group by all)
                select symbol, window_start_ns, bid_close, bid, ask_close, ask
                from nbbo join closes on symbol = instrument and window_start_ns = w
                where w >= 1381152600000000000 and w < 1381176000000000000
                  and (bid <> bid_close::decimal(18,6) or ask <> ask_close::decimal(18,6))""");
        assertEquals(List.of(), different);
        assertEquals(duck.number("select count(*) from nbbo where events > 0"), duck.number("""
                        select count(*) from (select distinct instrument, epoch_ns(sip_timestamp) // 60000000000
                        from quote)"""));
    }

    /// The label program falls back to the tick rule in a crossed market; `nbbo.crossed = tick` does the same.
    @Test
    void sidesEqualTheLabels() throws Exception {
        assertEquals(List.of(), duck.rows("""
                        select a.sip_timestamp, a.sequence_number, a.side, l.lr
                        from aggressor a left join labels l
                          on a.ticker = l.ticker and a.sequence_number = l.sequence_number
                        where a.ticker = 'IBM'
                          and case a.side when 'BUY' then 1 when 'SELL' then -1 else 0 end is distinct from l.lr"""));
        assertTrue(duck.number("select count(*) from aggressor where ticker = 'IBM'") > 20_000);
    }

    @Test
    void quotesAndSpreadsEqualThoseOfAnAsOfJoin() throws Exception {
        assertEquals(List.of(), duck.wrongQuotesAndSpreads(Long.parseLong(CLOSE), HORIZON.toNanos()));
        assertTrue(duck.number("select count(realised_spread) from aggressor") > 100_000);
    }

    @Test
    void minuteBarsEqualThoseOfDuckDb() throws Exception {
        bars("1m", 1);
    }

    @Test
    void rollingBarsEqualThoseOfDuckDb() throws Exception {
        bars("5m", 5);
        bars("10m", 10);
        bars("30m", 30);
        bars("1h", 60);
        bars("4h", 240);
    }

    /// One-minute bars from the trade artifacts with the condition rules written anew: which conditions keep a
    /// trade from updating open and close, high and low, or anything at all.
    private static void makeMinutes() throws Exception {
        duck.execute("""
                create table minutes as
                with flagged as (
                  select *, epoch_ns(sip_timestamp) as ns,
                    list_transform(string_split(conditions, ','), lambda x: try_cast(x as integer)) as c from trade
                  where correction in (0, 1) and epoch_ns(sip_timestamp) >= %1$s and epoch_ns(sip_timestamp) < %2$s),
                eligible as (
                  select *, ns // 60000000000 * 60000000000 as m,
                    not list_has_any(c, [15, 16]) as updates_volume,
                    not list_has_any(c, [15, 16, 2, 7, 12, 13, 20, 21, 29, 37, 52, 53]) and not late as updates_range,
                    not list_has_any(c, [15, 16, 2, 7, 12, 13, 20, 21, 29, 37, 52, 53, 5, 10, 22, 32, 33]) and not late
                      as updates_last
                  from flagged)
                select instrument, m,
                  first(price order by ns, sequence_number) filter (updates_last) as open,
                  max(price) filter (updates_range) as high, min(price) filter (updates_range) as low,
                  last(price order by ns, sequence_number) filter (updates_last) as close,
                  sum((size::decimal(38,6) * 1000000)::hugeint) as shares, count(*) as trades,
                  sum((price::decimal(38,6) * 1000000)::hugeint * (size::decimal(38,6) * 1000000)::hugeint) as notional
                from eligible where updates_volume group by all""".formatted(OPEN, CLOSE));
    }

    private static void bars(String window, int minutes) throws Exception {
        duck.execute("create or replace temp table mine as select instrument, epoch_ns(window_start) as w, open, high,"
                + " low, close, volume, trade_count, vwap, complete from aggregate where \"window\" = '" + window
                + "'");
        duck.execute("""
                create or replace temp table theirs as
                with starts as (
                  select instrument, unnest(generate_series(%1$s, %2$s - 1, 60000000000)) as w
                  from (select distinct instrument from trade))
                select s.instrument, s.w,
                  first(open order by m) filter (open is not null) as open, max(high) as high, min(low) as low,
                  last(close order by m) filter (close is not null) as close,
                  sum(shares) as shares, sum(trades) as trade_count,
                  (2 * sum(notional) + sum(shares)) // (2 * sum(shares)) as vwap_micros,
                  s.w + %3$d * 60000000000 <= %2$s as complete
                from starts s join minutes b on s.instrument = b.instrument
                  and b.m >= s.w and b.m < s.w + %3$d * 60000000000
                group by all""".formatted(OPEN, CLOSE, minutes));
        assertEquals(List.of(), duck.rows("""
                        select * from mine m full join theirs t on m.instrument = t.instrument and m.w = t.w
                        where m.open is distinct from t.open or m.high is distinct from t.high
                          or m.low is distinct from t.low or m.close is distinct from t.close
                          or (m.volume::decimal(38,6) * 1000000)::hugeint is distinct from t.shares
                          or m.trade_count is distinct from t.trade_count
                          or (m.vwap::decimal(38,6) * 1000000)::hugeint is distinct from t.vwap_micros
                          or m.complete is distinct from t.complete limit 5"""), window);
        assertEquals(1560, duck.number("select count(*) from mine"), window);
    }
}
