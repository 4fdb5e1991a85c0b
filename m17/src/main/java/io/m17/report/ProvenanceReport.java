package io.m17.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.ledger.payload.ArtifactEntry;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.RatePayload;
import io.m17.ledger.session.SessionLedger;
import io.m17.report.Provenance.Role;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A cell's provenance as a tree of text or as JSON. Confined to one thread.
public final class ProvenanceReport {
    private final SessionLedger session;
    private final Provenance subject;

    public ProvenanceReport(SessionLedger session, Provenance subject) {
        this.session = session;
        this.subject = subject;
    }

    public void print(PrintWriter out) {
        Map<ArtifactEntry.Source, Integer> files = new LinkedHashMap<>();
        print(subject, "", "", files, out);
        if (!files.isEmpty()) {
            out.println("vendor files");
            files.forEach((file, number) -> out.println("  " + number + "  " + describe(file)));
        }
    }

    /// @param first what stands before the cell's first line, `others` before the lines below it
    private void print(
            Provenance cell, String first, String others, Map<ArtifactEntry.Source, Integer> files, PrintWriter out) {
        out.println(first + title(cell));
        if (!cell.shown()) {
            return;
        }
        String below = others + (cell.inputs().isEmpty() ? "  " : "\u2502 ");
        cell.payload().ifPresent(payload -> out.println(below + record(payload)));
        cell.artifact()
                .flatMap(artifact ->
                        PayloadJson.uri(session, cell.payload().orElseThrow().origin()))
                .ifPresent(uri -> out.println(below + uri + file(cell, files)));
        cell.rate().ifPresent(rate -> out.println(below + describe(rate)));
        for (int i = 0; i < cell.inputs().size(); i++) {
            boolean last = i + 1 == cell.inputs().size();
            print(
                    cell.inputs().get(i),
                    others + (last ? "\u2514\u2500 " : "\u251c\u2500 "),
                    others + (last ? "   " : "\u2502  "),
                    files,
                    out);
        }
    }

    private static String file(Provenance cell, Map<ArtifactEntry.Source, Integer> files) {
        return cell.source()
                .map(source -> ", from file " + files.computeIfAbsent(source, unused -> files.size() + 1))
                .orElse("");
    }

    private String title(Provenance cell) {
        String name = cell.symbol() + " " + session.session().date() + " "
                + NewYork.timeOf(cell.window().startNs()) + " " + cell.column().label();
        String role = cell.role() == Role.CARRIED ? "carried in from " : "";
        String repeated = cell.shown() ? "" : " (see above)";
        return role + name + ": " + state(cell) + repeated;
    }

    private static String state(Provenance cell) {
        if (!cell.slot().standing()) {
            return MissingWindows.why(cell.slot());
        }
        String what = cell.payload()
                .map(payload -> payload.origin().rowCount() == 0
                        ? "known empty"
                        : payload.origin().rowCount() + (payload.origin().rowCount() == 1 ? " row" : " rows"))
                .orElse("a curve");
        return "version " + Integer.toUnsignedString(cell.slot().version()) + ", " + what + ", checksum "
                + Json.hex(cell.slot().checksum());
    }

    private String record(Payload payload) {
        Origin origin = payload.origin();
        String source = switch (origin.source()) {
            case FLAT_FILE -> "settled";
            case LIVE -> "provisional";
            case DERIVED -> "derived, inputs' digest " + Json.hex(origin.digest());
        };
        String span = payload instanceof Payload.Aggregate aggregate && !origin.shared() ? ", " + span(aggregate) : "";
        return source + ", written " + NewYork.instant(origin.writtenNs()) + span;
    }

    /// The rows of the trade ledger that a record's source span names, and the minutes that they are.
    private String span(Payload.Aggregate aggregate) {
        int firstOfSymbol = aggregate.origin().symbolId() * WindowSpace.MINUTES_PER_SESSION;
        return "source span " + aggregate.spanFrom() + "-" + aggregate.spanTo() + " = "
                + minute(aggregate.spanFrom() - firstOfSymbol) + " to "
                + minute(aggregate.spanTo() - firstOfSymbol)
                + (aggregate.complete() ? "" : ", clipped by the session's end");
    }

    private String minute(int minute) {
        return NewYork.timeOf(session.session().openNs() + minute * WindowSpace.WINDOW_NS)
                .toString();
    }

    private static String describe(ArtifactEntry.Source source) {
        return source.path() + ", " + source.lengthBytes() + " bytes, modified " + NewYork.instant(source.modifiedNs())
                + (source.etag().isEmpty() ? "" : ", etag " + source.etag());
    }

    private static String describe(RatePayload rate) {
        return "curve published " + NewYork.instant(rate.effectiveTs()) + ", version " + rate.version() + ", from "
                + rate.sourceUri();
    }

    public ObjectNode json() {
        return json(subject);
    }

    private ObjectNode json(Provenance cell) {
        ObjectNode node = Json.object()
                .put("symbol", cell.symbol())
                .put("window", cell.window().id().toString())
                .put("start", NewYork.instant(cell.window().startNs()).toString())
                .put("column", cell.column().label())
                .put("role", cell.role().name().toLowerCase(Locale.ROOT))
                .put("status", cell.slot().status().name().toLowerCase(Locale.ROOT))
                .put("reason", cell.slot().reason().text())
                .put("version", Integer.toUnsignedLong(cell.slot().version()))
                .put("checksum", Json.hex(cell.slot().checksum()));
        cell.payload().ifPresent(payload -> node.set("payload", PayloadJson.of(session, payload)));
        cell.rate().ifPresent(rate -> node.set("payload", PayloadJson.of(rate)));
        cell.source()
                .ifPresent(source -> node.putObject("source_file")
                        .put("path", source.path())
                        .put("length_bytes", source.lengthBytes())
                        .put("modified", NewYork.instant(source.modifiedNs()).toString())
                        .put("etag", source.etag()));
        if (!cell.shown()) {
            node.put("see_above", true);
        }
        node.set("inputs", Json.array(cell.inputs(), this::json));
        return node;
    }
}
