package io.m17.ledger.check;

import io.m17.ledger.PayloadMeta;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.audit.AuditAction;
import io.m17.ledger.audit.AuditEntry;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.payload.RatePayload;
import io.m17.ledger.session.SessionLedger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fills the empty ledger of a session from its payload maps: each slot gets the latest record of its window, an empty
/// window the record that the symbol's empty windows share, a rate slot the curve that was in force. What operators
/// cleared or retired, and nobody filled since, is cleared or retired again. Confined to one thread.
public final class SessionRebuild {
    private static final List<PayloadType> MAPS = List.of(
            PayloadType.TRADE, PayloadType.QUOTE, PayloadType.AGGRESSOR, PayloadType.GREEKS, PayloadType.AGGREGATE);

    private record Cell(SlotColumn column, int symbolId, int minute) {}

    private final SessionLedger session;
    private final RateMap rates;
    private final long nowNs;
    private final Map<Cell, Integer> latest = new HashMap<>();
    private final Map<Cell, AuditEntry> taken = new HashMap<>();
    private long filled;

    private SessionRebuild(SessionLedger session, RateMap rates, long nowNs) {
        this.session = session;
        this.rates = rates;
        this.nowNs = nowNs;
    }

    /// Fills the ledger; returns how many slots.
    public static long run(SessionLedger session, RateMap rates, long nowNs) {
        SessionRebuild rebuild = new SessionRebuild(session, rates, nowNs);
        rebuild.readAudit();
        MAPS.forEach(rebuild::readMap);
        rebuild.latest.forEach(rebuild::fill);
        session.listed().forEach(rebuild::rates);
        rebuild.taken.forEach(rebuild::take);
        return rebuild.filled;
    }

    private void readAudit() {
        session.audit().forEach(entry -> {
            if (entry.action() == AuditAction.CLEARED || entry.action() == AuditAction.RETIRED) {
                entry.cells()
                        .filter(cells ->
                                cells.session().equals(session.session().date()))
                        .ifPresent(cells -> {
                            int symbolId = session.symbols().resolveSymbol(cells.symbol());
                            for (int minute = cells.fromMinute(); minute < cells.toMinute(); minute++) {
                                taken.put(new Cell(cells.column(), symbolId, minute), entry);
                            }
                        });
            }
        });
    }

    private void readMap(PayloadType type) {
        PayloadMap map = session.map(type);
        for (int id = 1; id <= map.count(); id++) {
            if (map.contains(id)) {
                Payload payload = map.read(id);
                Origin origin = payload.origin();
                session.list(origin.symbolId());
                int minute = origin.shared() ? Origin.SHARED : origin.window() - session.windowIndex(0);
                latest.put(new Cell(column(payload), origin.symbolId(), minute), id);
            }
        }
    }

    private static SlotColumn column(Payload payload) {
        return switch (payload) {
            case Payload.Trade unused -> SlotColumn.TRADE;
            case Payload.Quote unused -> SlotColumn.QUOTE;
            case Payload.Aggressor unused -> SlotColumn.AGGRESSOR;
            case Payload.Greeks unused -> SlotColumn.GREEKS;
            case Payload.Aggregate aggregate -> SlotColumn.AGGREGATES.get(aggregate.windowCode() - 1);
        };
    }

    private void fill(Cell cell, int id) {
        if (cell.minute() != Origin.SHARED) {
            set(cell, id);
            return;
        }
        for (int minute = 0; minute < session.minutes(); minute++) {
            Cell window = new Cell(cell.column(), cell.symbolId(), minute);
            if (!latest.containsKey(window)) {
                set(window, id);
            }
        }
    }

    private void set(Cell cell, int id) {
        AuditEntry entry = taken.get(cell);
        Payload payload = session.map(cell.column().payloadType()).read(id);
        Origin origin = payload.origin();
        if (entry != null) {
            boolean refilled = !origin.shared()
                    && entry.action() == AuditAction.CLEARED
                    && id > entry.cells().orElseThrow().payloads();
            if (!refilled) {
                return;
            }
            taken.remove(cell);
        }
        put(
                cell,
                new PayloadMeta(
                        payload.type(),
                        id,
                        origin.version(),
                        origin.shared() ? 0 : origin.checksum(),
                        origin.writtenNs(),
                        origin.rowCount() == 0));
    }

    private void rates(int symbolId) {
        if (!session.expects(symbolId, SlotColumn.RF_RATE)) {
            return;
        }
        for (int minute = 0; minute < session.minutes(); minute++) {
            Cell cell = new Cell(SlotColumn.RF_RATE, symbolId, minute);
            long startNs = session.window(minute).startNs();
            if (!taken.containsKey(cell)) {
                rates.inForceAt(startNs).ifPresent(id -> {
                    RatePayload rate = rates.read(id);
                    put(
                            cell,
                            new PayloadMeta(
                                    PayloadType.RF_RATE, id, rate.version(), RateMap.checksum(rate), rate.writtenNs()));
                });
            }
        }
    }

    private void put(Cell cell, PayloadMeta meta) {
        Slot now = session.slot(cell.column(), cell.symbolId(), cell.minute());
        boolean written = session.markPending(cell.column(), cell.symbolId(), cell.minute(), nowNs)
                .map(claim -> session.fill(claim, meta).written())
                .orElse(false);
        if (!written) {
            throw new IllegalStateException("a rebuild needs the session for itself [slot=" + now + "]");
        }
        filled++;
    }

    private void take(Cell cell, AuditEntry entry) {
        session.list(cell.symbolId());
        if (entry.action() == AuditAction.RETIRED) {
            session.retireAgain(cell.column(), cell.symbolId(), cell.minute(), nowNs);
        } else {
            session.clearAgain(cell.column(), cell.symbolId(), cell.minute(), nowNs);
        }
    }
}
