package io.m17.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.ledger.calendar.ExchangeCalendar;
import io.m17.ledger.calendar.TradingSession;
import io.m17.ledger.calendar.WindowSpace;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// What is stale as a table for people and as JSON.
public final class StaleReport {
    private static final int MOST_RANGES = 6;

    private StaleReport() {}

    /// Prints a line a session, symbol and column.
    public static void print(List<StaleWindows> stale, PrintWriter out) {
        Table table = Table.of("session", "symbol", "column", "stale", "windows");
        for (StaleWindows line : stale) {
            List<String> ranges = ranges(line);
            String more = ranges.size() > MOST_RANGES ? " and " + (ranges.size() - MOST_RANGES) + " more" : "";
            table.row(
                    line.date(),
                    line.symbol(),
                    line.column().label(),
                    line.minutes().cardinality(),
                    String.join(", ", ranges.subList(0, Math.min(MOST_RANGES, ranges.size()))) + more);
        }
        table.print(out);
    }

    /// One line as JSON.
    public static ObjectNode json(StaleWindows line) {
        ObjectNode node = Json.object()
                .put("session", line.date().toString())
                .put("symbol", line.symbol())
                .put("column", line.column().label())
                .put("stale", line.minutes().cardinality());
        node.set("windows", Json.texts(ranges(line)));
        return node;
    }

    /// Runs of minutes as New York time: `09:31`, or `09:31-09:40` with the start of the last one.
    private static List<String> ranges(StaleWindows line) {
        TradingSession session = ExchangeCalendar.nyse().session(line.date()).orElseThrow();
        BitSet minutes = line.minutes();
        List<String> ranges = new ArrayList<>();
        int from = minutes.nextSetBit(0);
        while (from >= 0) {
            int last = minutes.nextClearBit(from) - 1;
            String first = time(session, from).toString();
            ranges.add(last == from ? first : first + "-" + time(session, last));
            from = minutes.nextSetBit(last + 1);
        }
        return ranges;
    }

    private static LocalTime time(TradingSession session, int minute) {
        return NewYork.timeOf(session.openNs() + minute * WindowSpace.WINDOW_NS);
    }
}
