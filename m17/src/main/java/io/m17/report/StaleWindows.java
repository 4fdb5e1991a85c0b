package io.m17.report;

import io.m17.aggregation.AggregateWindow;
import io.m17.ledger.Ledger;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.Derivation;
import io.m17.publication.Lineage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The windows of one symbol's derived column that hold what their inputs do not say any more, and so are derived
/// again.
///
/// @param minutes of the session
public record StaleWindows(LocalDate date, String symbol, SlotColumn column, BitSet minutes) {
    /// What is stale in a session, in order of symbols; also what depends on it. Looks at slots and records, never at
    /// rows.
    ///
    /// @param derivations as they are configured
    public static List<StaleWindows> of(
            Ledger ledger, SessionLedger session, List<Derivation> derivations, WindowFilter filter) {
        List<StaleWindows> found = new ArrayList<>();
        try (ArtifactReaders readers = new ArtifactReaders(ledger, session)) {
            List<Map.Entry<Derivation, Derivation.Worker>> workers = new ArrayList<>();
            derivations.forEach(
                    derivation -> workers.add(Map.entry(derivation, derivation.newWorker(session, readers, 0))));
            session.listed()
                    .filter(symbolId -> filter.wants(session.symbols().symbol(symbolId)))
                    .forEach(symbolId -> add(session, symbolId, stale(session, symbolId, workers), filter, found));
        }
        return found;
    }

    private static Map<SlotColumn, BitSet> stale(
            SessionLedger session, int symbolId, List<Map.Entry<Derivation, Derivation.Worker>> workers) {
        Map<SlotColumn, BitSet> stale = new EnumMap<>(SlotColumn.class);
        for (Map.Entry<Derivation, Derivation.Worker> worker : workers) {
            if (session.expects(symbolId, worker.getKey().lineage().outputs().getFirst())) {
                stale.putAll(worker.getValue().stale(symbolId));
            }
        }
        for (SlotColumn input : Lineage.ROLLING.inputs()) {
            BitSet minutes = stale.get(input);
            if (minutes != null) {
                minutes.stream().forEach(minute -> addAggregates(session, symbolId, minute, stale));
            }
        }
        return stale;
    }

    /// The aggregates that a stale side or stale Greeks of one minute go into.
    private static void addAggregates(SessionLedger session, int symbolId, int minute, Map<SlotColumn, BitSet> stale) {
        for (AggregateWindow window : AggregateWindow.values()) {
            SlotColumn column = SlotColumn.AGGREGATES.get(window.ordinal());
            BitSet minutes = stale.computeIfAbsent(column, absent -> new BitSet());
            for (int start = Math.max(0, minute - window.minutes() + 1); start <= minute; start++) {
                if (session.slot(column, symbolId, start).filled()) {
                    minutes.set(start);
                }
            }
        }
    }

    private static void add(
            SessionLedger session,
            int symbolId,
            Map<SlotColumn, BitSet> stale,
            WindowFilter filter,
            List<StaleWindows> found) {
        stale.forEach((column, minutes) -> {
            minutes.clear(0, filter.fromMinute(session));
            minutes.clear(filter.toMinute(session), session.minutes());
            if (filter.wants(column) && !minutes.isEmpty()) {
                found.add(new StaleWindows(
                        session.session().date(), session.symbols().symbol(symbolId), column, minutes));
            }
        });
    }
}
