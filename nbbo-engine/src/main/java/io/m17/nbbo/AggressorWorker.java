package io.m17.nbbo;

import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.AggressorColumns;
import io.m17.market.quote.QuoteColumns;
import io.m17.market.trade.TradeColumns;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.CarriedStates;
import io.m17.publication.Derivation;
import io.m17.publication.InputDigest;
import io.m17.publication.Publisher;
import io.m17.publication.SlotReads;
import io.m17.publication.WindowRows;
import java.util.BitSet;
import java.util.List;

/// Derives the aggressor windows of one instrument after the other. Confined to one thread.
final class AggressorWorker implements Derivation.Worker {
    private static final List<String> TRADE_COLUMNS =
            List.of("ticker", "sip_timestamp", "price", "size", "correction", "sequence_number", "late");
    private static final List<String> QUOTE_COLUMNS = List.of("ticker", "sip_timestamp", "bid_price", "ask_price");

    private final SessionLedger session;
    private final ArtifactReaders readers;
    private final DayClassifier classifier;
    private final int policy;
    private final long nowNs;

    AggressorWorker(SessionLedger session, ArtifactReaders readers, CrossedPolicy crossed, long nowNs) {
        this.session = session;
        this.readers = readers;
        this.classifier = new DayClassifier(TradeClassifier.of(Method.LEE_READY, crossed));
        this.policy = crossed.ordinal();
        this.nowNs = nowNs;
    }

    @Override
    public boolean derive(int symbolId, Publisher publisher) {
        Slot[] trades = SlotReads.slots(session, SlotColumn.TRADE, symbolId);
        Slot[] quotes = SlotReads.slots(session, SlotColumn.QUOTE, symbolId);
        CarriedStates ticks = CarriedStates.of(session, SlotColumn.TRADE, symbolId, trades);
        CarriedStates nbbos = CarriedStates.of(session, SlotColumn.QUOTE, symbolId, quotes);
        int[] digests = digests(trades, quotes, ticks, nbbos);
        BitSet stale = new BitSet(digests.length);
        boolean explained = false;
        for (int minute = 0; minute < digests.length; minute++) {
            boolean ready = trades[minute].filled() && quotes[minute].filled();
            if (ready && ticks.knownAt(minute) && nbbos.knownAt(minute)) {
                Slot slot = session.slot(SlotColumn.AGGRESSOR, symbolId, minute);
                stale.set(minute, !SlotReads.isCurrent(session, slot, digests[minute]));
            } else if (trades[minute].unavailable() || quotes[minute].unavailable()) {
                explained |= session.giveReason(SlotColumn.AGGRESSOR, symbolId, minute, Reason.INPUT_MISSING, nowNs);
            }
        }
        List<Claim> claims = SlotReads.claim(session, "nbbo", SlotColumn.AGGRESSOR, symbolId, stale, nowNs);
        if (!claims.isEmpty()) {
            add(symbolId, trades, quotes, digests, claims, publisher);
        }
        return explained || !claims.isEmpty();
    }

    /// What each window depends on: its trades, its quotes, the state in which it begins and the policy; nothing
    /// without trades.
    private int[] digests(Slot[] trades, Slot[] quotes, CarriedStates ticks, CarriedStates nbbos) {
        int[] digests = new int[trades.length];
        for (int minute = 0; minute < digests.length; minute++) {
            digests[minute] = trades[minute].knownEmpty()
                    ? InputDigest.NONE
                    : InputDigest.of(
                            trades[minute].checksum(),
                            quotes[minute].checksum(),
                            ticks.at(minute),
                            nbbos.at(minute),
                            policy);
        }
        return digests;
    }

    private void add(
            int symbolId, Slot[] trades, Slot[] quotes, int[] digests, List<Claim> claims, Publisher publisher) {
        boolean anyRows = claims.stream().anyMatch(claim -> !trades[claim.minute()].knownEmpty());
        WindowRows tradeRows = null;
        if (anyRows) {
            tradeRows = WindowRows.read(
                    readers, session, SlotColumn.TRADE, symbolId, trades, TradeColumns.SCHEMA, TRADE_COLUMNS);
            WindowRows quoteRows = WindowRows.read(
                    readers, session, SlotColumn.QUOTE, symbolId, quotes, QuoteColumns.SCHEMA, QUOTE_COLUMNS);
            classifier.classify(tradeRows.rows(), quoteRows.rows());
        }
        AggressorColumns columns = AggressorColumns.of(publisher.rows());
        String instrument = session.symbols().symbol(symbolId);
        for (Claim claim : claims) {
            int minute = claim.minute();
            if (tradeRows == null || trades[minute].knownEmpty()) {
                publisher.emptyWindow(claim, origin -> new Payload.Aggressor(origin, 0, 0, 0));
                continue;
            }
            int from = columns.count();
            classifier.append(instrument, tradeRows.from(minute), tradeRows.to(minute), columns);
            long minuteTs = session.window(minute).startNs();
            int tradeId = trades[minute].payloadId();
            int quoteId = quotes[minute].payloadId();
            publisher.window(
                    claim,
                    from,
                    columns.count(),
                    digests[minute],
                    origin -> new Payload.Aggressor(origin, minuteTs, tradeId, quoteId));
        }
    }
}
