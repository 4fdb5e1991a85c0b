package io.m17.nbbo;

import io.m17.fixtures.QuoteFixture;
import io.m17.fixtures.SessionFixture;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.ledger.engine.ComputePool;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.payload.Compression;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.AggressorColumns;
import io.m17.market.column.ColumnBatch;
import io.m17.market.quote.QuoteCarry;
import io.m17.market.quote.QuoteColumns;
import io.m17.market.trade.TickCarry;
import io.m17.market.trade.TradeBounds;
import io.m17.market.trade.TradeColumns;
import io.m17.publication.Publication;
import io.m17.publication.Publisher;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A ledger with one instrument's day, whose trades and quotes are put in by hand and published minute by minute. Times
/// are seconds from the open.
final class LedgerDay implements AutoCloseable {
    private static final long NS = 1_000_000_000L;

    record Quote(long bid, long ask) {}

    final SessionLedger session;
    final int symbolId;
    final TreeMap<Double, Quote> quotes = new TreeMap<>();
    final TreeMap<Double, Long> trades = new TreeMap<>();

    private final SessionFixture fixture;
    private final String symbol;
    private final Publication tradePublication;
    private final Publication quotePublication;
    private final Publication aggressorPublication;

    LedgerDay(Path directory, String symbol) {
        this.symbol = symbol;
        fixture = new SessionFixture(directory);
        session = fixture.session();
        symbolId = fixture.list(symbol);
        tradePublication = fixture.settled(SlotColumn.TRADE, TradeColumns.SCHEMA);
        quotePublication = fixture.settled(SlotColumn.QUOTE, QuoteColumns.SCHEMA);
        aggressorPublication = fixture.derived(SlotColumn.AGGRESSOR, AggressorColumns.SCHEMA);
    }

    /// Publishes the trades of minutes `[from, to)` as they are now.
    void publishTrades(int from, int to) {
        TradeColumns columns = TradeColumns.create();
        trades.forEach((second, price) -> {
            columns.instrument.append(symbol);
            columns.ticker.append(symbol);
            columns.sipTimestamp.append(fixture.ns(second));
            columns.participantTimestamp.append(fixture.ns(second));
            columns.price.append(price);
            columns.size.append(NS);
            columns.exchange.append(1);
            columns.conditions.append("");
            columns.correction.append(0);
            columns.sequenceNumber.append(columns.sipTimestamp.size());
            columns.id.append("");
            columns.tape.append(1);
            columns.trfId.append(0);
            columns.trfTimestamp.append(fixture.ns(second));
            columns.late.append(0);
            columns.flag.append(TradeBounds.DEFAULT.flag(price, NS).label());
        });
        fixture.publish(
                new Publisher(tradePublication, session, 0, columns.rows()),
                SlotColumn.TRADE,
                symbolId,
                columns.sipTimestamp,
                new TickCarry(columns),
                origin -> new Payload.Trade(origin, 0, 0, Compression.ZSTD),
                from,
                to);
    }

    /// Publishes the quotes of minutes `[from, to)` as they are now.
    void publishQuotes(int from, int to) {
        QuoteColumns columns = QuoteColumns.create();
        quotes.forEach((second, quote) ->
                new QuoteFixture(symbol, quote.bid, quote.ask).appendTo(columns, symbol, fixture.ns(second)));
        fixture.publish(
                new Publisher(quotePublication, session, 0, columns.rows()),
                SlotColumn.QUOTE,
                symbolId,
                columns.sipTimestamp,
                new QuoteCarry(columns),
                origin -> new Payload.Quote(origin, 0, 0),
                from,
                to);
    }

    /// Derives what is missing or stale; returns the minutes that were.
    Set<Integer> derive(AggressorPolicy policy) {
        return derive(policy, () -> {});
    }

    /// The same with something happening after the inputs were read and the rows computed, before they are published.
    Set<Integer> derive(AggressorPolicy policy, Runnable meanwhile) {
        return fixture.derive(
                aggressorPublication,
                SlotColumn.AGGRESSOR,
                symbolId,
                readers -> new AggressorWorker(session, readers, policy, SessionFixture.NOW_NS),
                meanwhile);
    }

    Slot slot(int minute) {
        return session.slot(SlotColumn.AGGRESSOR, symbolId, minute);
    }

    /// A column of a minute's aggressor rows.
    long[] values(int minute, String column) {
        ColumnBatch rows = rows(minute, column);
        return IntStream.range(0, rows.size())
                .mapToLong(row -> rows.longs(column).get(row))
                .toArray();
    }

    /// The sides of a minute's aggressor rows.
    List<String> sides(int minute) {
        ColumnBatch rows = rows(minute, "side");
        return IntStream.range(0, rows.size())
                .mapToObj(row -> rows.texts("side").get(row))
                .toList();
    }

    private ColumnBatch rows(int minute, String column) {
        return fixture.rows(SlotColumn.AGGRESSOR, symbolId, minute, AggressorColumns.SCHEMA, column);
    }

    /// The content checksums of minutes `[0, to)`, whatever versions and records they have.
    List<Integer> contents(int to) {
        return fixture.contents(SlotColumn.AGGRESSOR, symbolId, to);
    }

    /// What an engine is started with on this ledger.
    EngineContext context(ComputePool compute) {
        return fixture.context(compute);
    }

    static double at(int minute, double second) {
        return (double) minute * WindowSpace.WINDOW_NS / NS + second;
    }

    @Override
    public void close() {
        fixture.close();
    }
}
