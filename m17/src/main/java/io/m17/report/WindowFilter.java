package io.m17.report;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.ledger.session.SessionLedger;
import java.util.List;
import java.util.Optional;

/// Which windows a report is about.
///
/// @param symbol all when empty
/// @param columns all when empty
/// @param fromNs the earliest window start, nanoseconds since the Unix epoch
/// @param toNs no window starts here or later
public record WindowFilter(Optional<String> symbol, List<SlotColumn> columns, long fromNs, long toNs) {
    /// Everything.
    public static final WindowFilter ALL =
            new WindowFilter(Optional.empty(), List.of(), Long.MIN_VALUE, Long.MAX_VALUE);

    public WindowFilter {
        columns = List.copyOf(columns);
    }

    boolean wants(SlotColumn column) {
        return columns.isEmpty() || columns.contains(column);
    }

    boolean wants(String name) {
        return symbol.isEmpty() || symbol.get().equals(name);
    }

    /// The first minute of the session that is wanted; its length when none is.
    int fromMinute(SessionLedger session) {
        return minuteFrom(session, fromNs);
    }

    int toMinute(SessionLedger session) {
        return minuteFrom(session, toNs);
    }

    /// The first minute that starts at or after a moment.
    private static int minuteFrom(SessionLedger session, long epochNs) {
        long openNs = session.session().openNs();
        if (epochNs <= openNs) {
            return 0;
        }
        if (epochNs >= session.session().closeNs()) {
            return session.minutes();
        }
        return Math.toIntExact(Math.ceilDiv(epochNs - openNs, WindowSpace.WINDOW_NS));
    }
}
