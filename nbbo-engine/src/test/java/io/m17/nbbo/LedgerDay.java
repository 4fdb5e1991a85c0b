package io.m17.nbbo;

import io.m17.ledger.ExpectedColumns;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.ledger.engine.ComputePool;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.engine.Progress;
import io.m17.ledger.payload.Compression;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadSource;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.AggressorColumns;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.LongVector;
import io.m17.market.column.RowCarry;
import io.m17.market.quote.QuoteCarry;
import io.m17.market.quote.QuoteColumns;
import io.m17.market.trade.TickCarry;
import io.m17.market.trade.TradeBounds;
import io.m17.market.trade.TradeColumns;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.PayloadForm;
import io.m17.publication.Publication;
import io.m17.publication.Publisher;
import io.m17.publication.SlotReads;
import io.m17.publication.WindowRows;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A ledger with one instrument's day, whose trades and quotes are put in by hand and published minute by minute. Times
/// are seconds from the open.
final class LedgerDay implements AutoCloseable {
    static final LocalDate DATE = LocalDate.of(2025, 6, 2);
    private static final long NOW_NS = 1_750_000_000_000_000_000L;
    private static final long NS = 1_000_000_000L;

    record Quote(long bid, long ask) {}

    final SessionLedger session;
    final int symbolId;
    final TreeMap<Double, Quote> quotes = new TreeMap<>();
    final TreeMap<Double, Long> trades = new TreeMap<>();

    private final Ledger ledger;
    private final String symbol;
    private final Publication tradePublication;
    private final Publication quotePublication;
    private final Publication aggressorPublication;

    LedgerDay(Path directory, String symbol) {
        this.symbol = symbol;
        ledger = Ledger.open(new LedgerOptions(directory, 10, 1 << 12, new ExpectedColumns(Set.of())), NOW_NS);
        session = ledger.session(DATE);
        symbolId = ledger.resolveSymbol(symbol);
        session.list(symbolId);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        tradePublication = new Publication(
                ledger,
                SlotColumn.TRADE,
                TradeColumns.SCHEMA,
                PayloadSource.FLAT_FILE,
                "settled",
                () -> NOW_NS,
                meters);
        quotePublication = new Publication(
                ledger,
                SlotColumn.QUOTE,
                QuoteColumns.SCHEMA,
                PayloadSource.FLAT_FILE,
                "settled",
                () -> NOW_NS,
                meters);
        aggressorPublication = new Publication(
                ledger,
                SlotColumn.AGGRESSOR,
                AggressorColumns.SCHEMA,
                PayloadSource.DERIVED,
                "derived",
                () -> NOW_NS,
                meters);
    }

    /// Publishes the trades of minutes `[from, to)` as they are now.
    void publishTrades(int from, int to) {
        TradeColumns columns = TradeColumns.create();
        trades.forEach((second, price) -> {
            columns.instrument.append(symbol);
            columns.ticker.append(symbol);
            columns.sipTimestamp.append(ns(second));
            columns.participantTimestamp.append(ns(second));
            columns.price.append(price);
            columns.size.append(NS);
            columns.exchange.append(1);
            columns.conditions.append("");
            columns.correction.append(0);
            columns.sequenceNumber.append(columns.sipTimestamp.size());
            columns.id.append("");
            columns.tape.append(1);
            columns.trfId.append(0);
            columns.trfTimestamp.append(ns(second));
            columns.late.append(0);
            columns.flag.append(TradeBounds.DEFAULT.flag(price, NS).label());
        });
        publish(
                SlotColumn.TRADE,
                new Publisher(tradePublication, session, 0, columns.rows()),
                columns.sipTimestamp,
                new TickCarry(columns),
                origin -> new Payload.Trade(origin, 0, 0, Compression.ZSTD),
                from,
                to);
    }

    /// Publishes the quotes of minutes `[from, to)` as they are now.
    void publishQuotes(int from, int to) {
        QuoteColumns columns = QuoteColumns.create();
        quotes.forEach((second, quote) -> {
            columns.instrument.append(symbol);
            columns.ticker.append(symbol);
            columns.sipTimestamp.append(ns(second));
            columns.participantTimestamp.append(ns(second));
            columns.bidPrice.append(quote.bid);
            columns.bidSize.append(NS);
            columns.bidExchange.append(1);
            columns.askPrice.append(quote.ask);
            columns.askSize.append(NS);
            columns.askExchange.append(1);
            columns.conditions.append("");
            columns.indicators.append("");
            columns.sequenceNumber.append(columns.sipTimestamp.size());
            columns.tape.append(1);
        });
        publish(
                SlotColumn.QUOTE,
                new Publisher(quotePublication, session, 0, columns.rows()),
                columns.sipTimestamp,
                new QuoteCarry(columns),
                origin -> new Payload.Quote(origin, 0, 0),
                from,
                to);
    }

    private void publish(
            SlotColumn column,
            Publisher publisher,
            LongVector sipNs,
            RowCarry carry,
            PayloadForm form,
            int fromMinute,
            int toMinute) {
        int row = 0;
        for (int minute = 0; minute < toMinute; minute++) {
            int from = row;
            while (row < sipNs.size() && session.minuteAt(sipNs.get(row)) == minute) {
                carry.accept(row++);
            }
            if (minute >= fromMinute) {
                Claim claim =
                        session.markPending(column, symbolId, minute, NOW_NS).orElseThrow();
                publisher.window(claim, from, row, carry.digest(), form);
            }
        }
        publisher.publish();
    }

    /// Derives what is missing or stale; returns the minutes that were.
    Set<Integer> derive(AggressorPolicy policy) {
        return derive(policy, () -> {});
    }

    /// The same with something happening after the inputs were read and the rows computed, before they are published.
    Set<Integer> derive(AggressorPolicy policy, Runnable meanwhile) {
        List<Slot> before = slots();
        try (ArtifactReaders readers = new ArtifactReaders(ledger, session)) {
            Publisher publisher = new Publisher(aggressorPublication, session, 0);
            new AggressorWorker(session, readers, policy, NOW_NS).derive(symbolId, publisher);
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

    private List<Slot> slots() {
        return IntStream.range(0, session.minutes()).mapToObj(this::slot).toList();
    }

    Slot slot(int minute) {
        return session.slot(SlotColumn.AGGRESSOR, symbolId, minute);
    }

    /// A column of a minute's aggressor rows.
    long[] values(int minute, String column) {
        Slot[] slots = SlotReads.slots(session, SlotColumn.AGGRESSOR, symbolId);
        try (ArtifactReaders readers = new ArtifactReaders(ledger, session)) {
            WindowRows rows = WindowRows.read(
                    readers, session, SlotColumn.AGGRESSOR, symbolId, slots, AggressorColumns.SCHEMA, List.of(column));
            ColumnBatch batch = rows.rows();
            return IntStream.range(rows.from(minute), rows.to(minute))
                    .mapToLong(row -> batch.longs(column).get(row))
                    .toArray();
        }
    }

    /// The sides of a minute's aggressor rows.
    List<String> sides(int minute) {
        Slot[] slots = SlotReads.slots(session, SlotColumn.AGGRESSOR, symbolId);
        try (ArtifactReaders readers = new ArtifactReaders(ledger, session)) {
            WindowRows rows = WindowRows.read(
                    readers, session, SlotColumn.AGGRESSOR, symbolId, slots, AggressorColumns.SCHEMA, List.of("side"));
            return IntStream.range(rows.from(minute), rows.to(minute))
                    .mapToObj(row -> rows.rows().texts("side").get(row))
                    .toList();
        }
    }

    /// The content checksums of minutes `[0, to)`, whatever versions and records they have.
    List<Integer> contents(int to) {
        return IntStream.range(0, to)
                .mapToObj(minute -> slot(minute).checksum())
                .toList();
    }

    /// What an engine is started with on this ledger.
    EngineContext context(ComputePool compute) {
        return new EngineContext(
                ledger, () -> List.of(DATE), compute, InstantSource.system(), new SimpleMeterRegistry(), Progress.NONE);
    }

    private long ns(double second) {
        return session.session().openNs() + Math.round(second * NS);
    }

    static double at(int minute, double second) {
        return (double) minute * WindowSpace.WINDOW_NS / NS + second;
    }

    @Override
    public void close() {
        ledger.close();
    }
}
