package io.m17.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.ledger.check.Finding;
import io.m17.ledger.check.Verification;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// What a check of a state directory found, as lines for people and as JSON.
///
/// @param verification of the ledger's own files
/// @param findings those of the verification and of the rows
/// @param rows how many rows were read again; empty when none were to be
public record VerificationReport(Verification verification, List<Finding> findings, OptionalLong rows) {
    public VerificationReport {
        findings = List.copyOf(findings);
    }

    /// A report of a check that read no rows.
    public static VerificationReport of(Verification verification) {
        return new VerificationReport(verification, verification.findings(), OptionalLong.empty());
    }

    /// Whether nothing is damaged.
    public boolean sound() {
        return findings.isEmpty();
    }

    /// Prints a line a finding, and one that says whether all is sound.
    public void print(PrintWriter out) {
        findings.forEach(out::println);
        verification.unreferenced().forEach(file -> out.println("note: nothing points at " + file));
        out.printf(
                Locale.ROOT,
                "%s [findings=%d, sessions=%d, slots=%d, records=%d, artifacts=%d%s]%n",
                sound() ? "sound" : "damaged",
                findings.size(),
                verification.sessions(),
                verification.slots(),
                verification.records(),
                verification.artifacts(),
                rows.isPresent() ? ", rows=" + rows.getAsLong() : "");
    }

    public ObjectNode json() {
        ObjectNode node = Json.object()
                .put("sound", sound())
                .put("sessions", verification.sessions())
                .put("slots", verification.slots())
                .put("records", verification.records())
                .put("artifacts", verification.artifacts())
                .put("rows", rows.orElse(0));
        node.set(
                "findings",
                Json.array(
                        findings,
                        finding -> Json.object()
                                .put("file", finding.file())
                                .put("where", finding.where())
                                .put("what", finding.what())));
        node.set("unreferenced", Json.texts(verification.unreferenced()));
        return node;
    }
}
