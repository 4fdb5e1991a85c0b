package io.m17.nbbo;

import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.AggressorColumns;
import io.m17.market.column.ColumnBatch;
import io.m17.market.instrument.Instrument;
import io.m17.market.instrument.InstrumentKind;
import io.m17.market.quote.QuoteColumns;
import io.m17.market.quote.QuoteSizes;
import io.m17.market.trade.TradeColumns;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.CarriedStates;
import io.m17.publication.Derivation;
import io.m17.publication.InputDigest;
import io.m17.publication.Publisher;
import io.m17.publication.SlotReads;
import io.m17.publication.WindowRows;
import io.m17.publication.WindowStretches;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// Derives the aggressor windows of one instrument after the other. Confined to one thread.
final class AggressorWorker implements Derivation.Worker {
    private static final List<String> TRADE_COLUMNS =
            List.of("ticker", "sip_timestamp", "price", "size", "correction", "sequence_number", "late");
    private static final List<String> QUOTE_COLUMNS = List.of("ticker", "sip_timestamp", "bid_price", "ask_price");
    private static final List<String> SIZED_QUOTE_COLUMNS =
            List.of("ticker", "sip_timestamp", "bid_price", "ask_price", "bid_size", "ask_size");

    /// The inputs of an instrument's windows as they were when it was looked at: all that follows is made of these.
    private record Inputs(
            String instrument,
            InstrumentKind kind,
            Method method,
            Slot[] trades,
            Slot[] quotes,
            CarriedStates ticks,
            CarriedStates nbbos,
            HorizonWindows horizon) {

        boolean present(int minute) {
            return trades[minute].standing() && quotes[minute].standing();
        }

        /// Whether a window's trades and quotes are there, the state in which it begins is known, and
        /// nobody is about to fill the quotes that its realised spreads need.
        boolean ready(int minute) {
            return trades[minute].filled()
                    && quotes[minute].filled()
                    && ticks.knownAt(minute)
                    && nbbos.knownAt(minute)
                    && !horizon.awaited(minute);
        }
    }

    private final SessionLedger session;
    private final ArtifactReaders readers;
    private final AggressorPolicy policy;
    private final DayClassifier classifier;
    private final long nowNs;

    AggressorWorker(SessionLedger session, ArtifactReaders readers, AggressorPolicy policy, long nowNs) {
        this.session = session;
        this.readers = readers;
        this.policy = policy;
        this.classifier = new DayClassifier(
                new RealisedSpread(policy.realisedSpreadHorizon().toNanos()), policy.bounds());
        this.nowNs = nowNs;
    }

    @Override
    public boolean derive(int symbolId, Publisher publisher) {
        Inputs inputs = inputs(symbolId);
        int[] digests = digests(inputs);
        BitSet stale = new BitSet(digests.length);
        boolean explained = false;
        for (int minute = 0; minute < digests.length; minute++) {
            Slot trade = inputs.trades[minute];
            Slot quote = inputs.quotes[minute];
            if (inputs.ready(minute)) {
                Slot slot = session.slot(SlotColumn.AGGRESSOR, symbolId, minute);
                stale.set(minute, !SlotReads.isCurrent(session, slot, digests[minute]));
            } else if (trade.unavailable() || quote.unavailable()) {
                explained |= session.giveReason(SlotColumn.AGGRESSOR, symbolId, minute, Reason.INPUT_MISSING, nowNs);
            }
        }
        List<Claim> claims = SlotReads.claim(session, "nbbo", SlotColumn.AGGRESSOR, symbolId, stale, nowNs);
        if (!claims.isEmpty()) {
            publisher.hold(claims);
            add(symbolId, inputs, digests, claims, publisher);
        }
        return explained || !claims.isEmpty();
    }

    @Override
    public Map<SlotColumn, BitSet> stale(int symbolId) {
        Inputs inputs = inputs(symbolId);
        int[] digests = digests(inputs);
        return Map.of(
                SlotColumn.AGGRESSOR,
                SlotReads.stale(
                        session,
                        SlotColumn.AGGRESSOR,
                        symbolId,
                        inputs::present,
                        inputs::ready,
                        minute -> digests[minute]));
    }

    private Inputs inputs(int symbolId) {
        String instrument = session.symbols().symbol(symbolId);
        InstrumentKind kind = Instrument.parse(instrument).kind();
        Slot[] trades = SlotReads.slots(session, SlotColumn.TRADE, symbolId);
        Slot[] quotes = SlotReads.slots(session, SlotColumn.QUOTE, symbolId);
        CarriedStates nbbos = CarriedStates.of(session, SlotColumn.QUOTE, symbolId, quotes);
        long horizonNs = policy.realisedSpreadHorizon().toNanos();
        return new Inputs(
                instrument,
                kind,
                policy.method(kind),
                trades,
                quotes,
                CarriedStates.of(session, SlotColumn.TRADE, symbolId, trades),
                nbbos,
                new HorizonWindows(session.session(), horizonNs, quotes, nbbos));
    }

    /// What each window depends on: its trades, its quotes, the state in which it begins, the quotes a horizon later,
    /// the method and the policy, bounds included; nothing without trades.
    private int[] digests(Inputs inputs) {
        int[] digests = new int[inputs.trades.length];
        for (int minute = 0; minute < digests.length; minute++) {
            digests[minute] = inputs.trades[minute].knownEmpty()
                    ? InputDigest.NONE
                    : InputDigest.of(
                            inputs.trades[minute].checksum(),
                            inputs.quotes[minute].checksum(),
                            inputs.ticks.at(minute),
                            inputs.nbbos.at(minute),
                            inputs.horizon.digest(minute),
                            inputs.method.code(),
                            inputs.method.fallsBackToTicks() ? policy.crossed().ordinal() : 0,
                            policy.bounds().digest());
        }
        return digests;
    }

    private void add(int symbolId, Inputs inputs, int[] digests, List<Claim> claims, Publisher publisher) {
        boolean anyRows = claims.stream().anyMatch(claim -> !inputs.trades[claim.minute()].knownEmpty());
        WindowRows tradeRows = anyRows ? classify(symbolId, inputs, publisher.partRows()) : null;
        AggressorColumns columns = AggressorColumns.of(publisher.rows());
        for (Claim claim : claims) {
            int minute = claim.minute();
            if (tradeRows == null || inputs.trades[minute].knownEmpty()) {
                publisher.emptyWindow(claim, origin -> new Payload.Aggressor(origin, 0, 0, 0));
                continue;
            }
            publisher.publishIfFull();
            int from = columns.count();
            classifier.append(inputs.instrument, tradeRows.from(minute), tradeRows.to(minute), inputs.horizon, columns);
            long minuteTs = session.window(minute).startNs();
            int tradeId = inputs.trades[minute].payloadId();
            int quoteId = inputs.quotes[minute].payloadId();
            publisher.window(
                    claim,
                    from,
                    columns.count(),
                    digests[minute],
                    origin -> new Payload.Aggressor(origin, minuteTs, tradeId, quoteId));
        }
    }

    /// Classifies the instrument's day; returns its trades.
    private WindowRows classify(int symbolId, Inputs inputs, int mostRows) {
        TradeClassifier method = TradeClassifier.of(inputs.method, policy.crossed());
        WindowRows tradeRows = WindowRows.read(
                readers, session, SlotColumn.TRADE, symbolId, inputs.trades, TradeColumns.SCHEMA, TRADE_COLUMNS);
        List<String> columns = method.readsSizes() ? SIZED_QUOTE_COLUMNS : QUOTE_COLUMNS;
        int sizeUnit = QuoteSizes.unit(inputs.kind, session.session().date());
        classifier.classify(
                method, tradeRows.rows(), quotes(symbolId, inputs, tradeRows.rows(), columns, mostRows), sizeUnit);
        return tradeRows;
    }

    /// The instrument's quotes; of more than a stretch of them those that its trades are held against.
    private ColumnBatch quotes(int symbolId, Inputs inputs, ColumnBatch trades, List<String> columns, int mostRows) {
        WindowStretches stretches = new WindowStretches(
                readers, session, SlotColumn.QUOTE, symbolId, inputs.quotes, QuoteColumns.SCHEMA, columns, mostRows);
        ColumnBatch first = stretches.next().rows();
        if (!stretches.hasNext()) {
            return first;
        }
        AskedQuotes asked =
                new AskedQuotes(trades, policy.realisedSpreadHorizon().toNanos(), new ColumnBatch(first.schema()));
        asked.take(first);
        stretches.forEachRemaining(stretch -> asked.take(stretch.rows()));
        return asked.rows();
    }
}
