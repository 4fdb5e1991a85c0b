package io.m17.greeks;

import io.m17.ledger.ExpectedColumns;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.ledger.engine.ComputePool;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.engine.Progress;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadSource;
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
import io.m17.publication.SlotReads;
import io.m17.publication.WindowRows;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A ledger with the first minutes of a chain's day, whose curves and quotes are put in by hand: in each minute a call
/// and a put of one strike are quoted, and their underlying. Prices have six decimals.
final class ChainDay implements AutoCloseable {
    static final LocalDate DATE = LocalDate.of(2025, 6, 2);
    static final int MINUTES = 6;
    static final GreeksOptions OPTIONS =
            new GreeksOptions(new DividendYield.Fixed(0.012), Map.of(), ExerciseRules.withEuropean(Set.of()));

    private static final String CHAIN = "O:SPY";
    private static final String CALL = "O:SPY250620C00600000";
    private static final String PUT = "O:SPY250620P00600000";
    private static final String UNDERLYING = "SPY";
    private static final long NOW_NS = 1_750_000_000_000_000_000L;
    private static final long NS = 1_000_000_000L;
    private static final long SIZE = 10_000_000L;

    private record Quote(String ticker, long bid, long ask) {}

    final SessionLedger session;
    final int chainId;

    private final int underlyingId;
    private final Ledger ledger;
    private final Publication quotePublication;
    private final Publication greeksPublication;
    private final TreeMap<Integer, Quote> chainQuotes = new TreeMap<>();
    private final TreeMap<Integer, Quote> underlyingQuotes = new TreeMap<>();
    private int curves;

    ChainDay(Path directory) {
        ledger = Ledger.open(new LedgerOptions(directory, 10, 1 << 12, new ExpectedColumns(Set.of())), NOW_NS);
        session = ledger.session(DATE);
        chainId = ledger.resolveSymbol(CHAIN);
        underlyingId = ledger.resolveSymbol(UNDERLYING);
        session.list(chainId);
        session.list(underlyingId);
        quotePublication = new Publication(
                ledger,
                SlotColumn.QUOTE,
                QuoteColumns.SCHEMA,
                PayloadSource.FLAT_FILE,
                "settled",
                () -> NOW_NS,
                new SimpleMeterRegistry());
        greeksPublication = new Publication(
                ledger,
                SlotColumn.GREEKS,
                GreeksColumns.SCHEMA,
                PayloadSource.DERIVED,
                "derived",
                () -> NOW_NS,
                new SimpleMeterRegistry());
        quoteEverything();
    }

    private void quoteEverything() {
        for (int minute = 0; minute < MINUTES; minute++) {
            chainQuotes.put(second(minute, 1), new Quote(CALL, 10_500_000L, 10_700_000L));
            chainQuotes.put(second(minute, 2), new Quote(PUT, 9_600_000L, 9_800_000L));
            underlyingQuotes.put(second(minute, 1), new Quote(UNDERLYING, 599_990_000L, 600_010_000L + minute));
        }
        publish(chainId, CHAIN, chainQuotes, 0, MINUTES);
        publish(underlyingId, UNDERLYING, underlyingQuotes, 0, MINUTES);
        publishCurve(430, 0, MINUTES);
    }

    /// Replaces the call's quote of a minute.
    void quoteCall(int minute, long bid, long ask) {
        chainQuotes.put(second(minute, 1), new Quote(CALL, bid, ask));
        publish(chainId, CHAIN, chainQuotes, minute, minute + 1);
    }

    /// Replaces the underlying's quote of a minute.
    void quoteUnderlying(int minute, long bid, long ask) {
        underlyingQuotes.put(second(minute, 1), new Quote(UNDERLYING, bid, ask));
        publish(underlyingId, UNDERLYING, underlyingQuotes, minute, minute + 1);
    }

    /// Gives minutes `[from, to)` a flat curve of that many basis points, as the next version.
    void publishCurve(int bps, int from, int to) {
        int[] tenors = new int[RatePayload.TENORS];
        Arrays.fill(tenors, bps);
        RatePayload rate =
                new RatePayload(session.session().openNs() - NS, 1, tenors, 0, ++curves, "curves.csv", NOW_NS);
        int rateId = session.rates().append(rate);
        for (int minute = from; minute < to; minute++) {
            Claim claim = session.markPending(SlotColumn.RF_RATE, chainId, minute, NOW_NS)
                    .orElseThrow();
            int version = claim.before().version() + 1;
            session.fill(claim, new PayloadMeta(PayloadType.RF_RATE, rateId, version, RateMap.checksum(rate), NOW_NS));
        }
        ledger.changes().announce();
    }

    /// Publishes an instrument's quotes of minutes `[fromMinute, toMinute)` as they are now.
    private void publish(int symbolId, String symbol, SortedMap<Integer, Quote> quotes, int fromMinute, int toMinute) {
        QuoteColumns columns = QuoteColumns.create();
        quotes.forEach((second, quote) -> append(columns, symbol, second, quote));
        QuoteCarry carry = new QuoteCarry(columns);
        Publisher publisher = new Publisher(quotePublication, session, 0, columns.rows());
        int row = 0;
        for (int minute = 0; minute < toMinute; minute++) {
            int from = row;
            while (row < columns.count() && session.minuteAt(columns.sipTimestamp.get(row)) == minute) {
                carry.accept(row++);
            }
            if (minute >= fromMinute) {
                Claim claim = session.markPending(SlotColumn.QUOTE, symbolId, minute, NOW_NS)
                        .orElseThrow();
                publisher.window(claim, from, row, carry.digest(), origin -> new Payload.Quote(origin, 0, 0));
            }
        }
        publisher.publish();
    }

    private void append(QuoteColumns columns, String symbol, int second, Quote quote) {
        long sipNs = session.session().openNs() + second * NS;
        columns.instrument.append(symbol);
        columns.ticker.append(quote.ticker);
        columns.sipTimestamp.append(sipNs);
        columns.participantTimestamp.append(sipNs);
        columns.bidPrice.append(quote.bid);
        columns.bidSize.append(SIZE);
        columns.bidExchange.append(1);
        columns.askPrice.append(quote.ask);
        columns.askSize.append(SIZE);
        columns.askExchange.append(1);
        columns.conditions.append("");
        columns.indicators.append("");
        columns.sequenceNumber.append(columns.sipTimestamp.size());
        columns.tape.append(1);
    }

    /// Derives what is missing or stale; returns the minutes that were.
    Set<Integer> derive() {
        return derive(() -> {});
    }

    /// The same with something happening after the inputs were read and the rows computed, before they are published.
    Set<Integer> derive(Runnable meanwhile) {
        List<Slot> before = slots();
        try (ArtifactReaders readers = new ArtifactReaders(ledger, session)) {
            Publisher publisher = new Publisher(greeksPublication, session, 0);
            worker(readers).derive(chainId, publisher);
            meanwhile.run();
            if (publisher.windows() > 0) {
                publisher.publish();
            }
        }
        List<Slot> after = slots();
        return IntStream.range(0, after.size())
                .filter(minute -> !after.get(minute).equals(before.get(minute)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The minutes whose results are not what their inputs say now.
    Set<Integer> stale() {
        try (ArtifactReaders readers = new ArtifactReaders(ledger, session)) {
            BitSet stale = worker(readers).stale(chainId).getOrDefault(SlotColumn.GREEKS, new BitSet());
            return stale.stream().boxed().collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Derivation.Worker worker(ArtifactReaders readers) {
        return GreeksEngine.derivation(OPTIONS).newWorker(session, readers, NOW_NS);
    }

    /// What an engine is started with on this ledger.
    EngineContext context(ComputePool compute) {
        return new EngineContext(
                ledger, () -> List.of(DATE), compute, InstantSource.system(), new SimpleMeterRegistry(), Progress.NONE);
    }

    void clear(SlotColumn column, int minute) {
        session.clearSlot(column, chainId, minute, "a doubt", "operator", NOW_NS);
    }

    Slot slot(int minute) {
        return session.slot(SlotColumn.GREEKS, chainId, minute);
    }

    /// The content checksums of the chain's minutes, whatever versions and records they have.
    List<Integer> contents() {
        return IntStream.range(0, MINUTES)
                .mapToObj(minute -> slot(minute).checksum())
                .toList();
    }

    /// The record behind a filled minute.
    Payload.Greeks payload(int minute) {
        return (Payload.Greeks) session.payload(slot(minute));
    }

    /// The minute's rows, the call's first.
    ColumnBatch rows(int minute, String column) {
        Slot[] slots = new Slot[] {slot(minute)};
        try (ArtifactReaders readers = new ArtifactReaders(ledger, session)) {
            return WindowRows.read(
                            readers, session, SlotColumn.GREEKS, chainId, slots, GreeksColumns.SCHEMA, List.of(column))
                    .rows();
        }
    }

    private List<Slot> slots() {
        return List.of(SlotReads.slots(session, SlotColumn.GREEKS, chainId));
    }

    private static int second(int minute, int second) {
        return Math.toIntExact(minute * WindowSpace.WINDOW_NS / NS) + second;
    }

    @Override
    public void close() {
        ledger.close();
    }
}
