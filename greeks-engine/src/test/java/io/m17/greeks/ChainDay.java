package io.m17.greeks;

import io.m17.fixtures.QuoteFixture;
import io.m17.fixtures.SessionFixture;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.ledger.engine.ComputePool;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.payload.RatePayload;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.GreeksColumns;
import io.m17.market.column.ColumnBatch;
import io.m17.market.quote.QuoteCarry;
import io.m17.market.quote.QuoteColumns;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.Derivation;
import io.m17.publication.Publication;
import io.m17.publication.Publisher;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A ledger with the first minutes of a chain's day, whose curves and quotes are put in by hand: in each minute a call
/// and a put of one strike are quoted, and their underlying. Prices have six decimals.
final class ChainDay implements AutoCloseable {
    static final int MINUTES = 6;
    static final GreeksOptions OPTIONS =
            new GreeksOptions(new DividendYield.Fixed(0.012), Map.of(), ExerciseRules.withEuropean(Set.of()));

    private static final String CHAIN = "O:SPY";
    private static final String CALL = "O:SPY250620C00600000";
    private static final String PUT = "O:SPY250620P00600000";
    private static final String UNDERLYING = "SPY";
    private static final long NS = 1_000_000_000L;

    final SessionLedger session;
    final int chainId;

    private final int underlyingId;
    private final SessionFixture fixture;
    private final Publication quotePublication;
    private final Publication greeksPublication;
    private final TreeMap<Integer, QuoteFixture> chainQuotes = new TreeMap<>();
    private final TreeMap<Integer, QuoteFixture> underlyingQuotes = new TreeMap<>();
    private int curves;

    ChainDay(Path directory) {
        fixture = new SessionFixture(directory);
        session = fixture.session();
        chainId = fixture.list(CHAIN);
        underlyingId = fixture.list(UNDERLYING);
        quotePublication = fixture.settled(SlotColumn.QUOTE, QuoteColumns.SCHEMA);
        greeksPublication = fixture.derived(SlotColumn.GREEKS, GreeksColumns.SCHEMA);
        quoteEverything();
    }

    private void quoteEverything() {
        for (int minute = 0; minute < MINUTES; minute++) {
            chainQuotes.put(second(minute, 1), new QuoteFixture(CALL, 10_500_000L, 10_700_000L));
            chainQuotes.put(second(minute, 2), new QuoteFixture(PUT, 9_600_000L, 9_800_000L));
            underlyingQuotes.put(second(minute, 1), new QuoteFixture(UNDERLYING, 599_990_000L, 600_010_000L + minute));
        }
        publish(chainId, CHAIN, chainQuotes, 0, MINUTES);
        publish(underlyingId, UNDERLYING, underlyingQuotes, 0, MINUTES);
        publishCurve(430, 0, MINUTES);
    }

    /// Replaces the call's quote of a minute.
    void quoteCall(int minute, long bid, long ask) {
        chainQuotes.put(second(minute, 1), new QuoteFixture(CALL, bid, ask));
        publish(chainId, CHAIN, chainQuotes, minute, minute + 1);
    }

    /// Replaces the underlying's quote of a minute.
    void quoteUnderlying(int minute, long bid, long ask) {
        underlyingQuotes.put(second(minute, 1), new QuoteFixture(UNDERLYING, bid, ask));
        publish(underlyingId, UNDERLYING, underlyingQuotes, minute, minute + 1);
    }

    /// Gives minutes `[from, to)` a flat curve of that many basis points, as the next version.
    void publishCurve(int bps, int from, int to) {
        int[] tenors = new int[RatePayload.TENORS];
        Arrays.fill(tenors, bps);
        RatePayload rate = new RatePayload(
                session.session().openNs() - NS, 1, tenors, 0, ++curves, "curves.csv", SessionFixture.NOW_NS);
        int rateId = session.rates().append(rate);
        for (int minute = from; minute < to; minute++) {
            Claim claim = fixture.claim(SlotColumn.RF_RATE, chainId, minute);
            int version = claim.before().version() + 1;
            int checksum = RateMap.checksum(rate);
            session.fill(claim, new PayloadMeta(PayloadType.RF_RATE, rateId, version, checksum, SessionFixture.NOW_NS));
        }
        fixture.announce();
    }

    /// Publishes an instrument's quotes of minutes `[fromMinute, toMinute)` as they are now.
    private void publish(
            int symbolId, String symbol, SortedMap<Integer, QuoteFixture> quotes, int fromMinute, int toMinute) {
        QuoteColumns columns = QuoteColumns.create();
        quotes.forEach((second, quote) -> quote.appendTo(columns, symbol, fixture.ns(second)));
        fixture.publish(
                new Publisher(quotePublication, session, 0, columns.rows()),
                SlotColumn.QUOTE,
                symbolId,
                columns.sipTimestamp,
                new QuoteCarry(columns),
                origin -> new Payload.Quote(origin, 0, 0),
                fromMinute,
                toMinute);
    }

    /// Derives what is missing or stale; returns the minutes that were.
    Set<Integer> derive() {
        return derive(() -> {});
    }

    /// The same with something happening after the inputs were read and the rows computed, before they are published.
    Set<Integer> derive(Runnable meanwhile) {
        return fixture.derive(greeksPublication, SlotColumn.GREEKS, chainId, this::worker, meanwhile);
    }

    /// The minutes whose results are not what their inputs say now.
    Set<Integer> stale() {
        return fixture.stale(SlotColumn.GREEKS, chainId, this::worker);
    }

    private Derivation.Worker worker(ArtifactReaders readers) {
        return GreeksEngine.derivation(OPTIONS).newWorker(session, readers, SessionFixture.NOW_NS);
    }

    /// What an engine is started with on this ledger.
    EngineContext context(ComputePool compute) {
        return fixture.context(compute);
    }

    void clear(SlotColumn column, int minute) {
        session.clearSlot(column, chainId, minute, "a doubt", "operator", SessionFixture.NOW_NS);
    }

    Slot slot(int minute) {
        return session.slot(SlotColumn.GREEKS, chainId, minute);
    }

    /// The content checksums of the chain's minutes, whatever versions and records they have.
    List<Integer> contents() {
        return fixture.contents(SlotColumn.GREEKS, chainId, MINUTES);
    }

    /// The record behind a filled minute.
    Payload.Greeks payload(int minute) {
        return (Payload.Greeks) session.payload(slot(minute));
    }

    /// The minute's rows, the call's first.
    ColumnBatch rows(int minute, String column) {
        return fixture.rows(SlotColumn.GREEKS, chainId, minute, GreeksColumns.SCHEMA, column);
    }

    private static int second(int minute, int second) {
        return Math.toIntExact(minute * WindowSpace.WINDOW_NS / NS) + second;
    }

    @Override
    public void close() {
        fixture.close();
    }
}
