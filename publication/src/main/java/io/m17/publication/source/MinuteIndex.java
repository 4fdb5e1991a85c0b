package io.m17.publication.source;

import io.m17.ledger.calendar.WindowSpace;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.column.LongVector;
import java.util.List;

/// Where the minutes of a session begin in rows that are in order of time.
///
/// @param starts the first row of each minute, and behind them the first row after the close
record MinuteIndex(int from, int to, int[] starts) {
    /// Finds the minutes in rows `[from, to)`.
    static MinuteIndex of(SessionLedger session, LongVector sipTimestamp, int from, int to) {
        int minutes = session.minutes();
        int[] starts = new int[minutes + 1];
        int row = from;
        for (int minute = 0; minute <= minutes; minute++) {
            long startNs = session.session().openNs() + minute * WindowSpace.WINDOW_NS;
            while (row < to && sipTimestamp.get(row) < startNs) {
                row++;
            }
            starts[minute] = row;
        }
        return new MinuteIndex(from, to, starts);
    }

    /// How many rows each minute has in several batches together, as if they stood in one from row 0 on.
    static MinuteIndex sum(List<MinuteIndex> indexes) {
        int[] starts = new int[indexes.getFirst().starts.length];
        int to = 0;
        for (MinuteIndex index : indexes) {
            to = Math.addExact(to, index.to - index.from);
            for (int i = 0; i < starts.length; i++) {
                starts[i] += index.starts[i] - index.from;
            }
        }
        return new MinuteIndex(0, to, starts);
    }

    int minutes() {
        return starts.length - 1;
    }

    int from(int minute) {
        return starts[minute];
    }

    int to(int minute) {
        return starts[minute + 1];
    }

    int beforeOpen() {
        return starts[0] - from;
    }

    int afterClose() {
        return to - starts[minutes()];
    }
}
