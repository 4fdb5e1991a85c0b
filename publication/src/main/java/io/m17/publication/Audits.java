package io.m17.publication;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.audit.AuditAction;
import io.m17.ledger.audit.AuditEntry;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import java.util.List;
import java.util.Optional;

/// Writes down which windows an engine claimed: one entry a symbol and column.
public final class Audits {
    private Audits() {}

    /// Writes the entry; none when nothing was claimed.
    public static void claimed(
            SessionLedger session, String engine, SlotColumn column, int symbolId, List<Claim> claims, long nowNs) {
        if (claims.isEmpty()) {
            return;
        }
        AuditEntry.Cells cells = new AuditEntry.Cells(
                session.session().date(),
                session.symbols().symbol(symbolId),
                column,
                claims.getFirst().minute(),
                claims.getLast().minute() + 1,
                claims.size(),
                session.map(column.payloadType()).count());
        session.audit().append(new AuditEntry(nowNs, engine, AuditAction.CLAIMED, Optional.of(cells), ""));
    }
}
