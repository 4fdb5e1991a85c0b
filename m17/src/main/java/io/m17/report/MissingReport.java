package io.m17.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is missing as a table for people and as JSON.
public final class MissingReport {
    private MissingReport() {}

    /// Prints a line a session, symbol and column.
    ///
    /// @param mostLines how many at most; what is left out is counted
    public static void print(List<MissingWindows> missing, int mostLines, PrintWriter out) {
        Table table = Table.of(
                "session", "symbol", "column", "expected", "filled", "known-empty", "missing", "first gap", "why");
        missing.stream()
                .limit(mostLines)
                .forEach(line -> table.row(
                        line.date(),
                        line.symbol(),
                        line.column().label(),
                        line.expected(),
                        line.filled(),
                        line.knownEmpty(),
                        line.missing(),
                        NewYork.timeOf(line.firstGap().startNs()) + " "
                                + line.firstGap().id(),
                        why(line.why())));
        table.print(out);
        if (missing.size() > mostLines) {
            out.println("and " + (missing.size() - mostLines) + " more; m17 missing lists them all");
        }
    }

    private static String why(Map<String, Integer> why) {
        return why.size() == 1
                ? why.keySet().iterator().next()
                : why.entrySet().stream()
                        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                        .collect(Collectors.joining(", "));
    }

    /// One line as JSON.
    public static ObjectNode json(MissingWindows line) {
        ObjectNode node = Json.object()
                .put("session", line.date().toString())
                .put("symbol", line.symbol())
                .put("column", line.column().label())
                .put("expected", line.expected())
                .put("filled", line.filled())
                .put("known_empty", line.knownEmpty())
                .put("missing", line.missing())
                .put("first_gap", line.firstGap().id().toString())
                .put(
                        "first_gap_start",
                        NewYork.instant(line.firstGap().startNs()).toString());
        ObjectNode why = node.putObject("why");
        line.why().forEach(why::put);
        return node;
    }
}
