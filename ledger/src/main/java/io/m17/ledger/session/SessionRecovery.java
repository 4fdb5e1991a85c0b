package io.m17.ledger.session;

import io.m17.ledger.LedgerException;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.slot.MatrixFault;
import io.m17.ledger.slot.MatrixScan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Puts a session's ledger files right after a crash or after damage: every slot that is torn, altered or points at
/// nothing becomes empty with a reason, and summaries are counted anew. Needs the session for itself.
public final class SessionRecovery {
    private SessionRecovery() {}

    /// Mends both ledger files; returns what was wrong, one line each, summaries left out.
    ///
    /// @param damagedArtifacts ids of artifacts that nothing may stand on
    public static List<String> mend(SessionLedger session, RateMap rates, Set<Integer> damagedArtifacts, long nowNs) {
        PayloadResolver resolver = new PayloadResolver(session, rates, damagedArtifacts);
        List<String> mended = new ArrayList<>();
        for (LedgerKind kind : LedgerKind.values()) {
            try {
                for (MatrixFault fault : MatrixScan.mend(session.matrix(kind), resolver, nowNs)) {
                    if (fault.minute() >= 0 || fault.symbolId() < 0) {
                        mended.add(describe(session, kind, fault));
                    }
                }
            } catch (IOException e) {
                throw new LedgerException(
                        "the session cannot be mended [session="
                                + session.session().date() + "]",
                        e);
            }
        }
        return mended;
    }

    /// A fault in words: file, window, column, what.
    public static String describe(SessionLedger session, LedgerKind kind, MatrixFault fault) {
        return "session=" + session.session().date() + "/" + kind.fileName() + place(session, fault) + ": "
                + fault.what();
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
