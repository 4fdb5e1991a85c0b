package io.m17.daemon;

import io.m17.ledger.Ledger;
import io.m17.ledger.PayloadType;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.slot.ColumnCounts;
import io.m17.report.Lag;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the metrics say of the ledger at one moment, over the sessions that are mapped.
record LedgerSnapshot(
        int sessions,
        int symbols,
        int symbolCap,
        Map<SlotColumn, ColumnCounts> counts,
        Map<SlotColumn, Long> lagMinutes,
        Map<PayloadType, MapUse> maps) {
    /// The maps of a session, those that grow with it.
    static final List<PayloadType> SESSION_MAPS = List.of(
            PayloadType.TRADE, PayloadType.QUOTE, PayloadType.AGGRESSOR, PayloadType.GREEKS, PayloadType.AGGREGATE);

    /// How full the maps of one kind are.
    ///
    /// @param fullest records of the fullest map by its capacity, 0 to 1
    record MapUse(long records, long capacity, double fullest) {
        static final MapUse NONE = new MapUse(0, 0, 0);

        MapUse plus(PayloadMap map) {
            return new MapUse(
                    records + map.count(),
                    capacity + map.capacity(),
                    Math.max(fullest, (double) map.count() / map.capacity()));
        }
    }

    static LedgerSnapshot of(Ledger ledger, long nowNs) {
        Map<SlotColumn, ColumnCounts> counts = new EnumMap<>(SlotColumn.class);
        Map<SlotColumn, Long> lags = new EnumMap<>(SlotColumn.class);
        Map<PayloadType, MapUse> maps = new EnumMap<>(PayloadType.class);
        for (SessionLedger session : ledger.openSessions()) {
            session.slotMetrics().forEach((column, of) -> {
                counts.merge(column, of, ColumnCounts::plus);
                if (of.missing() > 0) {
                    lags.merge(column, Lag.minutes(session, column, nowNs), Math::max);
                }
            });
            for (PayloadType type : SESSION_MAPS) {
                maps.put(type, maps.getOrDefault(type, MapUse.NONE).plus(session.map(type)));
            }
        }
        maps.put(PayloadType.RF_RATE, new MapUse(ledger.rates().count(), 0, 0));
        return new LedgerSnapshot(
                ledger.openSessions().size(),
                ledger.symbols().count(),
                ledger.symbols().cap(),
                counts,
                lags,
                maps);
    }

    ColumnCounts counts(SlotColumn column) {
        return counts.getOrDefault(column, ColumnCounts.NONE);
    }

    long lag(SlotColumn column) {
        return lagMinutes.getOrDefault(column, 0L);
    }

    MapUse map(PayloadType type) {
        return maps.getOrDefault(type, MapUse.NONE);
    }
}
