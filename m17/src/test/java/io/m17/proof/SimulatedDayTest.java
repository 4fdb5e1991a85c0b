package io.m17.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.m17.ledger.Ledger;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.check.LedgerDigest;
import io.m17.ledger.check.LedgerVerifier;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.slot.ColumnCounts;
import io.m17.ledger.state.StateLayout;
import io.m17.nbbo.AggressorPolicy;
import io.m17.nbbo.CrossedPolicy;
import io.m17.simulator.MarketSimulator;
import io.m17.simulator.SimulatedDay;
import io.m17.simulator.SimulationConfig;
import io.m17.simulator.SimulationProgress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A simulated early-close day against its truth file.
class SimulatedDayTest {
    private static final LocalDate SESSION = LocalDate.of(2024, 7, 3);

    @TempDir
    static Path directory;

    private static SimulatedDay day;
    private static JsonNode truth;
    private static DuckDb duck;

    @BeforeAll
    static void fill() throws Exception {
        SimulationConfig config = SimulationConfig.small().withDate(SESSION).withClose(LocalTime.of(13, 0));
        day = MarketSimulator.write(config, directory.resolve("vendor"), SimulationProgress.NONE);
        truth = new ObjectMapper().readTree(day.truth().toFile());
        run("state", 2, 50_000);
        duck = new DuckDb();
        for (String kind : List.of("trade", "quote", "aggressor", "greeks", "aggregate")) {
            duck.artifacts(kind, directory.resolve("state"));
        }
        duck.execute("create view truth_trades as select ticker, sip_timestamp::bigint as ns,"
                + " try_cast(sequence_number as bigint) as sequence, side, minute"
                + " from read_csv('" + day.truthTrades().path() + "', nullstr='', all_varchar=true)");
        duck.execute("create view truth_greeks as select * from read_csv('"
                + day.truthGreeks().path() + "', nullstr='')");
    }

    @AfterAll
    static void close() throws Exception {
        duck.close();
    }

    private static Map<SlotColumn, String> run(String state, int threads, int partRows) throws Exception {
        Path stateDir = directory.resolve(state);
        Path vendor = directory.resolve("vendor");
        new EngineRun(stateDir, vendor, vendor.resolve("treasury"), CrossedPolicy.UNKNOWN, threads, partRows)
                .run(SESSION);
        try (Ledger ledger = Ledger.openReadOnly(EngineRun.options(stateDir))) {
            return LedgerDigest.of(ledger.session(SESSION));
        }
    }

    @Test
    void everyExpectedWindowIsFilledAndCountsEqualTheTruth() {
        try (Ledger ledger = Ledger.openReadOnly(EngineRun.options(directory.resolve("state")))) {
            SessionLedger session = ledger.session(SESSION);
            assertEquals(210, session.minutes());
            for (SlotColumn column : SlotColumn.ALL) {
                JsonNode expected = truth.get("columns").get(column.label());
                ColumnCounts counts = session.slotMetrics().getOrDefault(column, ColumnCounts.NONE);
                assertEquals(expected.get("expected").intValue(), counts.expected(), column.label());
                assertEquals(counts.expected(), counts.filled(), column.label());
                assertEquals(
                        expected.get("non_empty").intValue(), counts.filled() - counts.knownEmpty(), column.label());
                assertEquals(expected.get("rows").longValue(), rows(session, column), column.label());
            }
        }
    }

    private static long rows(SessionLedger session, SlotColumn column) {
        return session.listed()
                .filter(symbolId -> session.expects(symbolId, column))
                .mapToLong(symbolId -> {
                    long rows = 0;
                    for (int minute = 0; minute < session.minutes(); minute++) {
                        Slot slot = session.slot(column, symbolId, minute);
                        rows += column == SlotColumn.RF_RATE
                                ? (slot.filled() ? 1 : 0)
                                : session.payload(slot).origin().rowCount();
                    }
                    return rows;
                })
                .sum();
    }

    @Test
    void nothingIsWrongWithTheState() {
        assertEquals(
                List.of(),
                LedgerVerifier.verify(
                                new StateLayout(directory.resolve("state")),
                                EngineRun.options(directory.resolve("state")))
                        .findings());
    }

    @Test
    void sidesAreThoseOfTheTruth() throws Exception {
        String counted = "select ticker, %s as ns, %s as sequence, side, count(*) as n from %s %s group by all";
        String mine = counted.formatted("epoch_ns(sip_timestamp)", "sequence_number", "aggressor", "");
        String theirs = counted.formatted("ns", "sequence", "truth_trades", "where minute is not null");
        assertEquals(List.of(), duck.rows("(" + mine + ") except (" + theirs + ")"));
        assertEquals(List.of(), duck.rows("(" + theirs + ") except (" + mine + ")"));
        assertTrue(duck.number("select count(*) from aggressor where side <> 'UNKNOWN'") > 1000);
    }

    @Test
    void quotesAndSpreadsEqualThoseOfAnAsOfJoin() throws Exception {
        try (Ledger ledger = Ledger.openReadOnly(EngineRun.options(directory.resolve("state")))) {
            long closeNs = ledger.session(SESSION).session().closeNs();
            long horizonNs = AggressorPolicy.DEFAULT.realisedSpreadHorizon().toNanos();
            assertEquals(List.of(), duck.wrongQuotesAndSpreads(closeNs, horizonNs));
        }
        assertTrue(duck.number("select count(realised_spread) from aggressor") > 1000);
    }

    /// By the mean value theorem: price error over vega, at the smaller of the vegas at both ends. Quotes that are
    /// older than the underlying's last move do not bracket the model's price any more, and say nothing of the
    /// surface.
    @Test
    void impliedVolatilitiesAreWithinHalfASpreadOfTheSurface() throws Exception {
        duck.execute("""
                create view checked as
                select g.implied_volatility as iv, t.volatility as sigma, g.vega, t.underlying_price as s,
                  (g.ask_price - g.bid_price)::double / 2 as half, g.strike::double as k, t.rate as r,
                  t.years_to_expiry as y
                from greeks g join truth_greeks t
                  on g.ticker = t.ticker and epoch_ns(g.window_start) = t.window_start
                where g.reason = '' and t.model_price between g.bid_price and g.ask_price""");
        long checked = duck.number("select count(*) from checked");
        long defined = duck.number("select count(*) from greeks where reason = ''");
        assertTrue(checked > 3000 && checked * 2 > defined, checked + " of " + defined);
        assertEquals(List.of(), duck.rows("""
                        with vegas as (
                          select *, (ln(s / k) + (r + sigma * sigma / 2) * y) / (sigma * sqrt(y)) as d1 from checked)
                        select * from vegas
                        where abs(iv - sigma) > half / least(vega, s * sqrt(y) * exp(-d1 * d1 / 2) / sqrt(2 * pi()))
                          + 1e-9
                        limit 3"""));
    }

    @Test
    void ratesAreThoseOfTheCurveInForce() throws Exception {
        assertEquals(0, duck.number("""
                        select count(*) from greeks g join truth_greeks t
                          on g.ticker = t.ticker and epoch_ns(g.window_start) = t.window_start
                        where g.years_to_expiry > 0 and abs(g.rate - t.rate) > 1e-12"""));
    }

    @Test
    void oneThreadAndSmallPartsGiveTheSameDigest() throws Exception {
        assertEquals(run("state", 2, 50_000), run("one-thread", 1, 5_000));
    }
}
