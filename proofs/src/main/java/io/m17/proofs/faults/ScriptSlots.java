package io.m17.proofs.faults;

import io.m17.ledger.Ledger;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.payload.Compression;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadSource;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.payload.RatePayload;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.trade.TradeColumns;
import io.m17.publication.Publication;
import io.m17.publication.Publisher;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;

/// The part of the [Script] that fills slots: every step looks at the ledger for what is left to do.
final class ScriptSlots {
    private static final String[] SYMBOLS = {"SPY", "QQQ"};
    private static final int PUBLISHED_MINUTES = 6;
    private static final int FILLED_FROM = 10;
    private static final int CLEARED = 14;
    private static final int RETIRED = 15;
    private static final int FILLED_TO = 16;

    private final Ledger ledger;
    private final SessionLedger session;
    private final Promises promises;

    ScriptSlots(Ledger ledger, Promises promises) {
        this.ledger = ledger;
        this.session = ledger.session(Script.DAY);
        this.promises = promises;
    }

    /// Gives the symbols their ids and rows, and appends a curve.
    void list() {
        for (String symbol : SYMBOLS) {
            session.list(ledger.resolveSymbol(symbol));
        }
        if (ledger.rates().count() == 0) {
            int[] tenors = new int[RatePayload.TENORS];
            tenors[0] = 533;
            long publishedNs = Script.NOW_NS - 10 * 86_400_000_000_000L;
            ledger.rates().append(new RatePayload(publishedNs, 1, tenors, 0, 1, "curve.csv", Script.NOW_NS));
        }
    }

    /// Publishes the first minutes' trades as one artifact.
    void publish() {
        Publication publication = new Publication(
                ledger,
                SlotColumn.TRADE,
                TradeColumns.SCHEMA,
                PayloadSource.FLAT_FILE,
                "settled",
                () -> Script.NOW_NS,
                new SimpleMeterRegistry());
        Publisher publisher = new Publisher(publication, session, 0);
        TradeColumns rows = TradeColumns.of(publisher.rows());
        for (String symbol : SYMBOLS) {
            for (int minute = 0; minute < PUBLISHED_MINUTES; minute++) {
                int from = rows.count();
                Optional<Claim> claim = claim(SlotColumn.TRADE, symbol, minute);
                if (claim.isPresent()) {
                    append(rows, symbol, minute);
                    publisher.window(
                            claim.get(),
                            from,
                            rows.count(),
                            0,
                            origin -> new Payload.Trade(origin, 1, 2, Compression.ZSTD));
                }
            }
        }
        if (publisher.windows() > 0) {
            publisher.publish();
            promisePublished();
        }
    }

    private void promisePublished() {
        for (String symbol : SYMBOLS) {
            for (int minute = 0; minute < PUBLISHED_MINUTES; minute++) {
                Slot slot = session.slot(SlotColumn.TRADE, id(symbol), minute);
                promises.slot(SlotColumn.TRADE, symbol, minute, slot.status(), slot.checksum());
            }
        }
    }

    private static void append(TradeColumns rows, String symbol, int minute) {
        for (int trade = 0; trade <= minute; trade++) {
            rows.instrument.append(symbol);
            rows.ticker.append(symbol);
            rows.sipTimestamp.append(Script.NOW_NS + minute * 60_000_000_000L + trade);
            rows.participantTimestamp.append(Script.NOW_NS + trade);
            rows.price.append(100_000_000L + minute);
            rows.size.append(1_000_000L * (trade + 1));
            rows.exchange.append(4);
            rows.conditions.append("");
            rows.correction.append(0);
            rows.sequenceNumber.append(trade);
            rows.id.append("t" + trade);
            rows.tape.append(1);
            rows.trfId.append(0);
            rows.trfTimestamp.append(0);
            rows.late.append(0);
            rows.flag.append("");
        }
    }

    /// Fills quote and rate slots of some minutes, slot by slot.
    void fill() {
        for (String symbol : SYMBOLS) {
            for (int minute = FILLED_FROM; minute < FILLED_TO; minute++) {
                int window = minute;
                claim(SlotColumn.QUOTE, symbol, minute)
                        .ifPresent(claim -> set(claim, symbol, quote(claim.symbolId(), window)));
            }
        }
        for (int minute = 0; minute < session.minutes(); minute++) { // all, as a rebuild does
            claim(SlotColumn.RF_RATE, "SPY", minute).ifPresent(claim -> set(claim, "SPY", rate()));
        }
    }

    /// Clears a slot and retires one.
    void take() {
        for (String symbol : SYMBOLS) {
            int symbolId = id(symbol);
            if (session.slot(SlotColumn.QUOTE, symbolId, CLEARED).status() == SlotStatus.FILLED
                    && session.clearSlot(SlotColumn.QUOTE, symbolId, CLEARED, "proof", "proof", Script.NOW_NS)
                            .written()) {
                promises.slot(SlotColumn.QUOTE, symbol, CLEARED, SlotStatus.CLEARED, 0);
            }
            if (session.retire(SlotColumn.QUOTE, symbolId, RETIRED, "proof", "proof", Script.NOW_NS)
                    .written()) {
                promises.slot(SlotColumn.QUOTE, symbol, RETIRED, SlotStatus.RETIRED, 0);
            }
        }
    }

    private int id(String symbol) {
        return ledger.symbols().id(symbol).orElseThrow();
    }

    /// A claim of a slot that is still empty.
    private Optional<Claim> claim(SlotColumn column, String symbol, int minute) {
        int symbolId = id(symbol);
        return session.slot(column, symbolId, minute).status() == SlotStatus.EMPTY
                ? session.markPending(column, symbolId, minute, Script.NOW_NS)
                : Optional.empty();
    }

    private void set(Claim claim, String symbol, PayloadMeta meta) {
        if (session.fill(claim, meta).written()) {
            promises.slot(claim.column(), symbol, claim.minute(), SlotStatus.FILLED, meta.checksum());
        }
    }

    private PayloadMeta quote(int symbolId, int minute) {
        int checksum = 31 * symbolId + 1_000 * minute + 7;
        Origin origin = new Origin(
                PayloadSource.FLAT_FILE, symbolId, session.windowIndex(minute), 1, Script.NOW_NS, 0, 0, 0, checksum, 0);
        int id = session.map(PayloadType.QUOTE).append(new Payload.Quote(origin, 1, 2));
        return new PayloadMeta(PayloadType.QUOTE, id, 1, checksum, Script.NOW_NS);
    }

    private PayloadMeta rate() {
        int checksum = RateMap.checksum(ledger.rates().read(1));
        return new PayloadMeta(PayloadType.RF_RATE, 1, 1, checksum, Script.NOW_NS);
    }
}
