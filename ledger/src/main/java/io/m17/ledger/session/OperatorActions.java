package io.m17.ledger.session;

import io.m17.journal.KillPoint;
import io.m17.ledger.Reason;
import io.m17.ledger.SetResult;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.audit.AuditAction;
import io.m17.ledger.audit.AuditEntry;
import io.m17.ledger.audit.AuditLog;
import io.m17.ledger.calendar.TradingSession;
import io.m17.ledger.durability.Acknowledgement;
import io.m17.ledger.symbol.SymbolMap;
import java.util.Optional;

/// What operators do to the slots of a session: clear and retire. Each action is in the audit log before it is
/// acknowledged. Thread-safe.
record OperatorActions(
        TradingSession session,
        SymbolMap symbols,
        SessionFiles files,
        AuditLog audit,
        SlotFills fills,
        Acknowledgement acknowledgement) {

    SetResult clear(SlotColumn column, int symbolId, int minute, String cause, String operator, long nowNs) {
        Slot now = fills.slot(column, symbolId, minute);
        if (now.word() == 0 || now.status() == SlotStatus.EMPTY) {
            return SlotFills.WRITTEN;
        }
        if (now.status() == SlotStatus.RETIRED) {
            return new SetResult.Conflict(now);
        }
        return take(column, symbolId, minute, now, SlotStatus.CLEARED, cause, operator, nowNs);
    }

    SetResult retire(SlotColumn column, int symbolId, int minute, String cause, String operator, long nowNs) {
        Slot now = fills.slot(column, symbolId, minute);
        if (now.status() == SlotStatus.RETIRED) {
            return SlotFills.WRITTEN;
        }
        return take(column, symbolId, minute, now, SlotStatus.RETIRED, cause, operator, nowNs);
    }

    private SetResult take(
            SlotColumn column,
            int symbolId,
            int minute,
            Slot now,
            SlotStatus status,
            String cause,
            String operator,
            long nowNs) {
        fills.checkExpected(minute);
        if (cause.isBlank()) {
            throw new IllegalArgumentException("an operator's action has a cause [column=" + column.label() + "]");
        }
        int payloads = column == SlotColumn.RF_RATE
                ? 0
                : files.map(column.payloadType()).count();
        SetResult result = fills.result(blank(column, symbolId, minute, now, status, nowNs), column, symbolId, minute);
        if (result.written()) {
            KillPoint.ACTION_TAKEN.reached();
            AuditAction action = status == SlotStatus.RETIRED ? AuditAction.RETIRED : AuditAction.CLEARED;
            audit.append(new AuditEntry(
                    nowNs,
                    operator,
                    action,
                    Optional.of(new AuditEntry.Cells(
                            session.date(), symbols.symbol(symbolId), column, minute, minute + 1, 1, payloads)),
                    cause));
            acknowledgement.await();
        }
        return result;
    }

    /// Takes a slot as the audit log says that it was, and writes nothing there.
    void takeAgain(SlotColumn column, int symbolId, int minute, SlotStatus status, long nowNs) {
        blank(column, symbolId, minute, fills.slot(column, symbolId, minute), status, nowNs);
    }

    private long blank(SlotColumn column, int symbolId, int minute, Slot now, SlotStatus status, long nowNs) {
        return fills.matrix(column).blank(symbolId, minute, column, now, status, Reason.CLEARED_BY_OPERATOR, nowNs);
    }
}
