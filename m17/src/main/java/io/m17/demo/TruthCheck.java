package io.m17.demo;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.slot.ColumnCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A session's column held against the truth.
///
/// @param rows behind the filled slots
public record TruthCheck(SlotColumn column, ColumnCounts counts, long rows, Truth.Count truth) {

    /// Holds every column against the truth.
    public static List<TruthCheck> of(SessionLedger session, Truth truth) {
        Map<SlotColumn, ColumnCounts> counts = session.slotMetrics();
        List<TruthCheck> checks = new ArrayList<>();
        truth.columns()
                .forEach((column, count) -> checks.add(new TruthCheck(
                        column, counts.getOrDefault(column, ColumnCounts.NONE), rows(session, column), count)));
        return checks;
    }

    private static long rows(SessionLedger session, SlotColumn column) {
        return session.listed()
                .filter(symbolId -> session.expects(symbolId, column))
                .mapToLong(symbolId -> rows(session, column, symbolId))
                .sum();
    }

    private static long rows(SessionLedger session, SlotColumn column, int symbolId) {
        long rows = 0;
        for (int minute = 0; minute < session.minutes(); minute++) {
            Slot slot = session.slot(column, symbolId, minute);
            if (slot.filled() && !slot.knownEmpty()) {
                rows += column == SlotColumn.RF_RATE
                        ? 1
                        : session.payload(slot).origin().rowCount();
            }
        }
        return rows;
    }

    /// Filled windows that have rows.
    public long nonEmpty() {
        return (long) counts.filled() - counts.knownEmpty();
    }

    public boolean equal() {
        return difference().isEmpty();
    }

    /// What differs, in words; empty when nothing does.
    public String difference() {
        List<String> differences = new ArrayList<>();
        compare("expected", counts.expected(), truth.expected(), differences);
        compare("filled", counts.filled(), truth.expected(), differences);
        compare("non-empty", nonEmpty(), truth.nonEmpty(), differences);
        compare("rows", rows, truth.rows(), differences);
        return String.join(", ", differences);
    }

    private static void compare(String what, long is, long shouldBe, List<String> differences) {
        if (is != shouldBe) {
            differences.add(what + " should be " + shouldBe);
        }
    }
}
