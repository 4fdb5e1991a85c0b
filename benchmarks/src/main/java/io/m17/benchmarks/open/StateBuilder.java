package io.m17.benchmarks.open;

import io.m17.ledger.ExpectedColumns;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.PayloadType;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.Compression;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadSource;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Fills sessions of a state directory: every expected slot of the symbols that a session lists has a payload of its
/// own.
final class StateBuilder {
    static final long NOW_NS = 1_720_000_000_000_000_000L;
    private static final int PAYLOAD_CAPACITY = 1 << 24;
    private static final List<SlotColumn> ALL_EXPECTED = SlotColumn.ALL.stream()
            .filter(column -> column != SlotColumn.RF_RATE && column != SlotColumn.GREEKS)
            .toList();

    private StateBuilder() {}

    static Ledger open(Path directory, int symbols) {
        return Ledger.open(
                new LedgerOptions(directory, symbols, PAYLOAD_CAPACITY, new ExpectedColumns(Set.of())), NOW_NS);
    }

    static void resolve(Ledger ledger, int symbols) {
        for (int symbol = 0; symbol < symbols; symbol++) {
            ledger.resolveSymbol("S" + symbol);
        }
    }

    /// Lists symbols `[from, to)` in a session and fills all that is expected of them; returns how many payloads that
    /// took.
    static long fillAll(SessionLedger session, int from, int to) {
        return fill(session, from, to, ALL_EXPECTED);
    }

    /// The same with the trade column only.
    static long fillTrades(SessionLedger session, int from, int to) {
        return fill(session, from, to, List.of(SlotColumn.TRADE));
    }

    private static long fill(SessionLedger session, int from, int to, List<SlotColumn> columns) {
        long payloads = 0;
        for (int symbolId = from; symbolId < to; symbolId++) {
            session.list(symbolId);
            for (SlotColumn column : columns) {
                for (int minute = 0; minute < session.minutes(); minute++) {
                    fill(session, column, symbolId, minute);
                    payloads++;
                }
            }
        }
        return payloads;
    }

    private static void fill(SessionLedger session, SlotColumn column, int symbolId, int minute) {
        PayloadType type = column.payloadType();
        int id = session.map(type).append(payload(column, symbolId, session.windowIndex(minute)));
        Claim claim = session.markPending(column, symbolId, minute, NOW_NS).orElseThrow();
        if (!session.fill(claim, new PayloadMeta(type, id, 1, minute, NOW_NS)).written()) {
            throw new IllegalStateException("nobody else writes [column=" + column.label() + "]");
        }
    }

    private static Payload payload(SlotColumn column, int symbolId, int window) {
        Origin origin = new Origin(PayloadSource.FLAT_FILE, symbolId, window, 1, NOW_NS, 0, 0, 1, window % 390, 1);
        return switch (column.payloadType()) {
            case TRADE -> new Payload.Trade(origin, NOW_NS, NOW_NS, Compression.ZSTD);
            case QUOTE -> new Payload.Quote(origin, NOW_NS, NOW_NS);
            case AGGRESSOR -> new Payload.Aggressor(origin, NOW_NS, 1, 1);
            case AGGREGATE ->
                new Payload.Aggregate(origin, NOW_NS, 0, 390, SlotColumn.AGGREGATES.indexOf(column) + 1, true);
            case NONE, RF_RATE, GREEKS ->
                throw new IllegalArgumentException("not expected of an equity [column=" + column.label() + "]");
        };
    }
}
