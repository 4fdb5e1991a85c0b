package io.m17.report;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.slot.ColumnCounts;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How complete a session is, column by column, and which vendor files it was filled from.
///
/// @param columns all eleven, in their order
public record SessionCoverage(
        LocalDate date, int instruments, Map<SlotColumn, ColumnCoverage> columns, List<SourceRead> sources) {

    /// Reads summaries, and rows only where something is missing.
    public static SessionCoverage of(SessionLedger session, long nowNs) {
        Map<SlotColumn, ColumnCounts> counts = session.slotMetrics();
        Map<SlotColumn, ColumnCoverage> columns = new EnumMap<>(SlotColumn.class);
        for (SlotColumn column : SlotColumn.ALL) {
            ColumnCounts of = counts.getOrDefault(column, ColumnCounts.NONE);
            columns.put(column, new ColumnCoverage(of, of.missing() == 0 ? 0 : Lag.minutes(session, column, nowNs)));
        }
        return new SessionCoverage(
                session.session().date(),
                Math.toIntExact(session.listed().count()),
                columns,
                SourceRead.of(session.artifacts()));
    }

    /// Expected windows over all columns.
    public long expected() {
        return columns.values().stream()
                .mapToLong(column -> column.counts().expected())
                .sum();
    }

    public long filled() {
        return columns.values().stream()
                .mapToLong(column -> column.counts().filled())
                .sum();
    }

    /// Expected windows without a payload over all columns.
    public long missing() {
        return columns.values().stream()
                .mapToLong(column -> column.counts().missing())
                .sum();
    }
}
