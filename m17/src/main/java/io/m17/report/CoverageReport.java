package io.m17.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.ledger.slot.ColumnCounts;
import java.io.PrintWriter;
import java.util.List;

/// Coverage as a table for people and as JSON.
public final class CoverageReport {
    private CoverageReport() {}

    /// Prints one table a session, and the rows of vendor files that were refused.
    public static void print(List<SessionCoverage> sessions, PrintWriter out) {
        for (SessionCoverage session : sessions) {
            out.println("session " + session.date() + ", " + session.instruments() + " instruments");
            Table table = Table.of(
                    "column", "expected", "filled", "known-empty", "pending", "cleared", "empty", "retired", "lag min");
            session.columns().forEach((column, coverage) -> {
                ColumnCounts counts = coverage.counts();
                table.row(
                        column.label(),
                        counts.expected(),
                        counts.filled(),
                        counts.knownEmpty(),
                        counts.pending(),
                        counts.cleared(),
                        counts.empty(),
                        counts.retired(),
                        coverage.lagMinutes());
            });
            table.print(out);
            session.sources().forEach(source -> printFaults(source, out));
        }
    }

    private static void printFaults(SourceRead source, PrintWriter out) {
        if (!source.finished()) {
            out.println("not read to its end: " + source.path());
        } else if (source.malformed() > 0) {
            out.println("rows refused: " + source.malformed() + " of " + source.path() + " [first: "
                    + source.firstMalformed() + "]");
        }
    }

    /// One session as JSON.
    public static ObjectNode json(SessionCoverage session) {
        ObjectNode node =
                Json.object().put("date", session.date().toString()).put("instruments", session.instruments());
        ObjectNode columns = node.putObject("columns");
        session.columns().forEach((column, coverage) -> {
            ColumnCounts counts = coverage.counts();
            columns.putObject(column.label())
                    .put("expected", counts.expected())
                    .put("filled", counts.filled())
                    .put("known_empty", counts.knownEmpty())
                    .put("pending", counts.pending())
                    .put("cleared", counts.cleared())
                    .put("empty", counts.empty())
                    .put("retired", counts.retired())
                    .put("lag_minutes", coverage.lagMinutes());
        });
        node.set("sources", Json.array(session.sources(), CoverageReport::json));
        return node;
    }

    private static ObjectNode json(SourceRead source) {
        return Json.object()
                .put("path", source.path())
                .put("finished", source.finished())
                .put("rows", source.rows())
                .put("malformed", source.malformed())
                .put("first_malformed", source.firstMalformed());
    }
}
