package io.m17.report;

import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.calendar.WindowMeta;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.slot.ColumnCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a symbol's column lacks in a session.
///
/// @param firstGap the first window that is missing
/// @param why how many windows are missing for which reason, in words
public record MissingWindows(
        LocalDate date,
        String symbol,
        SlotColumn column,
        int expected,
        int filled,
        int knownEmpty,
        int missing,
        WindowMeta firstGap,
        Map<String, Integer> why) {

    /// What is missing in a session, a symbol and column each, in order of symbols; nothing when it is complete. Reads
    /// rows only of columns whose summary says that something is missing.
    public static List<MissingWindows> of(SessionLedger session, WindowFilter filter) {
        List<MissingWindows> found = new ArrayList<>();
        session.listed()
                .filter(symbolId -> filter.wants(session.symbols().symbol(symbolId)))
                .forEach(symbolId -> {
                    for (SlotColumn column : SlotColumn.ALL) {
                        ColumnCounts counts = session.counts(column, symbolId);
                        if (filter.wants(column) && session.expects(symbolId, column) && counts.missing() > 0) {
                            scan(session, symbolId, column, filter, found);
                        }
                    }
                });
        return found;
    }

    private static void scan(
            SessionLedger session, int symbolId, SlotColumn column, WindowFilter filter, List<MissingWindows> found) {
        int expected = 0;
        int filled = 0;
        int knownEmpty = 0;
        int firstGap = -1;
        Map<String, Integer> why = new TreeMap<>();
        for (int minute = filter.fromMinute(session); minute < filter.toMinute(session); minute++) {
            Slot slot = session.slot(column, symbolId, minute);
            expected += slot.status() == SlotStatus.RETIRED ? 0 : 1;
            filled += slot.filled() ? 1 : 0;
            knownEmpty += slot.knownEmpty() ? 1 : 0;
            if (!slot.filled() && slot.status() != SlotStatus.RETIRED) {
                firstGap = firstGap < 0 ? minute : firstGap;
                why.merge(why(slot), 1, Integer::sum);
            }
        }
        if (firstGap >= 0) {
            found.add(new MissingWindows(
                    session.session().date(),
                    session.symbols().symbol(symbolId),
                    column,
                    expected,
                    filled,
                    knownEmpty,
                    expected - filled,
                    session.window(firstGap),
                    why));
        }
    }

    /// Why a slot is not filled, in words.
    public static String why(Slot slot) {
        return switch (slot.status()) {
            case PENDING -> "an engine is at it";
            case FILLED -> "filled";
            case RETIRED -> "retired";
            case EMPTY, CLEARED ->
                slot.reason() == Reason.NONE
                        ? "nobody looked yet"
                        : slot.reason().text();
        };
    }
}
