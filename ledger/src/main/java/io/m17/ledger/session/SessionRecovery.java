package io.m17.ledger.session;

import io.m17.ledger.LedgerKind;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.slot.MatrixFault;
import io.m17.ledger.slot.MatrixScan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts a session's ledger files right after a crash or after damage: every slot that is torn, altered or points at
/// nothing becomes empty with a reason, and summaries are counted anew. Needs the session for itself.
public final class SessionRecovery {
    private SessionRecovery() {}

    /// Mends both ledger files; returns what was wrong, one line each.
    ///
    /// @param crashed whether the writer did not stop cleanly, so that summaries may lag behind
    /// @param damagedArtifacts ids of artifacts that nothing may stand on
    public static List<String> mend(
            SessionLedger session, RateMap rates, Set<Integer> damagedArtifacts, boolean crashed, long nowNs) {
        PayloadResolver resolver = new PayloadResolver(session, rates, damagedArtifacts);
        List<String> mended = new ArrayList<>();
        for (LedgerKind kind : LedgerKind.values()) {
            mended.addAll(session.relistDamaged(kind));
            mended.addAll(describe(session, kind, crashed, MatrixScan.mend(session.matrix(kind), resolver, nowNs)));
        }
        session.finishListing();
        return mended;
    }

    /// Faults in words, one line for all minutes of a symbol and column that have the same.
    private static List<String> describe(
            SessionLedger session, LedgerKind kind, boolean crashed, List<MatrixFault> faults) {
        // A summary that only lags behind the slots that were emptied here is no fault of its own.
        Set<Object> emptied = new HashSet<>();
        for (MatrixFault fault : faults) {
            if (fault.minute() >= 0) {
                emptied.add(List.of(fault.symbolId(), fault.column()));
            }
        }
        Map<Object, List<MatrixFault>> alike = new LinkedHashMap<>();
        for (MatrixFault fault : faults) {
            boolean summary = fault.symbolId() >= 0 && fault.minute() < 0;
            if (!summary || !(crashed || emptied.contains(List.of(fault.symbolId(), fault.column())))) {
                List<Object> key = List.of(fault.symbolId(), fault.column(), fault.what());
                alike.computeIfAbsent(key, absent -> new ArrayList<>()).add(fault);
            }
        }
        String file = "session=" + session.session().date() + "/" + kind.fileName();
        List<String> lines = new ArrayList<>();
        for (List<MatrixFault> group : alike.values()) {
            String more = group.size() == 1 ? "" : " and " + (group.size() - 1) + " more";
            lines.add(file + place(session, group.getFirst()) + more + ": "
                    + group.getFirst().what());
        }
        return lines;
    }

    /// Where in its file a fault is, for people; begins with a blank unless it is the file itself.
    public static String place(SessionLedger session, MatrixFault fault) {
        if (fault.symbolId() < 0) {
            return "";
        }
        String symbol = fault.symbolId() < session.symbols().count()
                ? session.symbols().symbol(fault.symbolId())
                : "symbol_id=" + fault.symbolId();
        String window =
                fault.minute() < 0 ? "" : " " + session.window(fault.minute()).id();
        return " " + symbol + window
                + fault.column().map(column -> " " + column.label()).orElse("");
    }
}
