package io.m17.proofs.crash;

import io.m17.journal.LogFault;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.session.PayloadResolver;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.slot.MatrixScan;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Checks a recovered ledger: symbols, curves, audit log, and of every session the maps, the artifact log and all
/// slots. Confined to one thread.
final class LedgerOracle {
    private static final List<PayloadType> MAPS = List.of(
            PayloadType.TRADE, PayloadType.QUOTE, PayloadType.AGGRESSOR, PayloadType.GREEKS, PayloadType.AGGREGATE);
    private static final Set<Reason> LOST = Set.of(Reason.TORN_WRITE, Reason.PAYLOAD_LOST, Reason.DAMAGED);

    private final Ledger ledger;
    private final Expected expected;
    private final Loss loss;
    private final Map<Expected.Key, Step.Cell> cells;
    private final Map<String, Long> counts;
    private final List<String> faults;

    LedgerOracle(
            Ledger ledger,
            Expected expected,
            Loss loss,
            Map<Expected.Key, Step.Cell> cells,
            Map<String, Long> counts,
            List<String> faults) {
        this.ledger = ledger;
        this.expected = expected;
        this.loss = loss;
        this.cells = cells;
        this.counts = counts;
        this.faults = faults;
    }

    void check() throws IOException {
        symbols();
        curves();
        audit();
        for (LocalDate date : CrashSite.SESSIONS) {
            if (ledger.sessions().contains(date)) {
                session(ledger.session(date));
            }
        }
        if (ledger.sessions().contains(CrashSite.PUBLISHED)) {
            published(ledger.session(CrashSite.PUBLISHED));
        }
    }

    private void symbols() throws IOException {
        int count = ledger.symbols().count();
        Expected.Count due = count("symbols", count);
        for (int id = 0; id < count; id++) {
            String symbol = ledger.symbols().symbol(id);
            boolean lost = expected.mayBeVoid("symbols", id + 1L, symbol.isEmpty(), kept(due));
            if (!lost && !symbol.equals(Content.symbol(id))) {
                fault("the symbol is another [id=" + id + ", symbol=" + symbol + "]");
            }
        }
        faults(ledger.symbols().verify());
    }

    private void curves() throws IOException {
        int count = ledger.rates().count();
        Expected.Count due = count("curves", count);
        for (int id = 1; id <= count; id++) {
            boolean lost =
                    loss == Loss.POWER && id > due.durable && !ledger.rates().contains(id);
            if (!lost && !ledger.rates().read(id).equals(Content.curve(id))) {
                fault("the curve is another [id=" + id + "]");
            }
        }
        faults(ledger.rates().verify());
    }

    private void audit() throws IOException {
        long count = ledger.audit().count();
        Expected.Count due = expected.count("audit");
        long kept = kept(due);
        if (count < kept) {
            fault("audit entries are lost [found=" + count + ", at_least=" + kept + "]");
        }
        ledger.audit().brokenLink().ifPresent(this::fault);
        faults(ledger.audit().verify());
        counts.put("audit", count);
    }

    private void session(SessionLedger session) throws IOException {
        for (PayloadType type : MAPS) {
            map(session, type);
        }
        artifacts(session);
        for (int symbolId = 0; symbolId < ledger.symbols().count(); symbolId++) {
            symbol(session, symbolId);
        }
        PayloadResolver resolver = new PayloadResolver(session, ledger.rates(), Set.of());
        for (LedgerKind kind : LedgerKind.values()) {
            MatrixScan.check(session.matrix(kind), resolver)
                    .forEach(found -> fault(session.session().date() + " " + kind + ": " + found));
        }
    }

    private void map(SessionLedger session, PayloadType type) throws IOException {
        PayloadMap map = session.map(type);
        String name = Expected.map(session.session().date(), type.label());
        Expected.Count due = count(name, map.count());
        Map<Integer, Integer> versions = expected.versionsOf(name);
        for (int id = 1; id <= map.count(); id++) {
            boolean lost = expected.mayBeVoid(name, id, !map.contains(id), kept(due));
            if (!lost && !isWritten(session, map.read(id), id, versions.getOrDefault(id, 0))) {
                fault(name + ": the record is another [id=" + id + ", payload=" + map.read(id) + "]");
            }
        }
        faults(map.verify());
    }

    private static boolean isWritten(SessionLedger session, Payload payload, int id, int version) {
        int artifactId = payload.origin().artifactId();
        return payload.equals(Content.payload(payload.type(), id, session.windowIndex(0), version, artifactId));
    }

    private void artifacts(SessionLedger session) throws IOException {
        long count = session.artifacts().count();
        count(Expected.map(session.session().date(), "artifacts"), count);
        for (long id = 1; id <= count; id++) {
            if (!session.artifacts().find(id).equals(Optional.of(Content.artifact(id)))) {
                fault(session.session().date() + ": the artifact entry is another [id=" + id + "]");
            }
        }
        faults(session.artifacts().verify());
    }

    private void symbol(SessionLedger session, int symbolId) {
        LocalDate date = session.session().date();
        boolean isListed = session.listed(symbolId);
        if (!isListed && expected.listed(loss == Loss.POWER).contains(date + "/" + symbolId)) {
            fault(date + ": the symbol is not listed any more [id=" + symbolId + "]");
        } else if (!isListed) {
            expected.notListed(date, symbolId);
        }
        for (SlotColumn column : SlotColumn.ALL) {
            if (symbolId < Content.FILLED_SYMBOLS) {
                for (int minute = 0; minute < WindowSpace.MINUTES_PER_SESSION; minute++) {
                    Expected.Key key = new Expected.Key(date, column, symbolId, minute);
                    if (isListed) {
                        slot(session, key);
                    } else {
                        judge(key, Step.Cell.EMPTY, false);
                    }
                }
            } else if (isListed && session.counts(column, symbolId).filled() != 0) {
                fault(date + ": a slot is filled that nobody filled [id=" + symbolId + ", column=" + column + "]");
            }
        }
    }

    private void slot(SessionLedger session, Expected.Key key) {
        Slot slot = session.slot(key.column(), key.symbolId(), key.minute());
        boolean isLost = slot.status() == SlotStatus.EMPTY && LOST.contains(slot.reason());
        Step.Cell cell = new Step.Cell(slot.status(), slot.payloadId(), slot.version());
        judge(key, cell, isLost);
        if (!cell.equals(Step.Cell.EMPTY)) {
            cells.put(key, cell);
        }
        if (slot.filled() && key.column() != SlotColumn.RF_RATE) {
            artifact(session, key, session.payload(slot));
        }
    }

    private void artifact(SessionLedger session, Expected.Key key, Payload payload) {
        int artifactId = payload.origin().artifactId();
        if (artifactId > session.artifacts().count()) {
            fault(key + ": the slot stands on an artifact that no log names [artifact_id=" + artifactId + "]");
        }
    }

    private void judge(Expected.Key key, Step.Cell cell, boolean isLost) {
        Expected.History history = expected.find(key);
        if (history == null) {
            if (!cell.equals(Step.Cell.EMPTY)) {
                fault(key + ": nobody wrote the slot [cell=" + cell + "]");
            }
            return;
        }
        // A write cut short takes nothing away: a slot that stood for a record stands for it again.
        boolean isUndone = isLost && !history.begun.isEmpty() && history.last.payloadId() == 0;
        boolean isBegun = history.begun.contains(cell) || isUndone;
        boolean holds = switch (loss) {
            case PROCESS -> isBegun || cell.equals(history.last);
            case POWER -> isBegun || history.sinceWatermark.contains(cell) || (isLost && history.touched());
        };
        if (!holds) {
            fault(key + ": the slot holds what it must not [cell=" + cell + ", lost=" + isLost + ", last="
                    + history.last + ", since=" + history.sinceWatermark + ", begun=" + history.begun + "]");
        }
    }

    private void published(SessionLedger session) {
        if (loss == Loss.POWER && !session.listed(0)) {
            expected.published().clear();
            return;
        }
        List<Integer> missing = expected.published().stream()
                .filter(minute -> !session.slot(SlotColumn.TRADE, 0, minute).filled())
                .toList();
        if (loss == Loss.PROCESS && !missing.isEmpty()) {
            fault("published windows are not filled [minutes=" + missing + "]");
        }
        missing.forEach(expected.published()::remove);
    }

    /// Holds a count against what must and may be there.
    private Expected.Count count(String name, long found) {
        Expected.Count due = expected.count(name);
        long kept = kept(due);
        if (found < kept || found > due.begun) {
            fault(name + ": records are lost or were never written [found=" + found + ", at_least=" + kept
                    + ", at_most=" + due.begun + "]");
        }
        counts.put(name, found);
        return due;
    }

    private long kept(Expected.Count due) {
        return loss == Loss.PROCESS ? due.acknowledged : due.durable;
    }

    private void faults(List<LogFault> found) {
        found.forEach(each -> fault(each.toString()));
    }

    private void fault(String what) {
        faults.add(what);
    }
}
