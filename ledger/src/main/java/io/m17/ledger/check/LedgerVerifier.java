package io.m17.ledger.check;

import io.m17.journal.JournalException;
import io.m17.journal.LogFault;
import io.m17.journal.LogOwner;
import io.m17.journal.RecordLog;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerException;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.PayloadType;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.audit.AuditLog;
import io.m17.ledger.payload.ArtifactLog;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.session.PayloadResolver;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.session.SessionRecovery;
import io.m17.ledger.slot.ColumnCounts;
import io.m17.ledger.slot.MatrixFault;
import io.m17.ledger.slot.MatrixScan;
import io.m17.ledger.state.StateLayout;
import io.m17.ledger.state.StateLock;
import io.m17.ledger.symbol.SymbolMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/// Checks a state directory from end to end without changing it: every byte of its own files, every slot down to its
/// record and artifact entry, every artifact file. Safe beside a running daemon. Confined to one thread.
public final class LedgerVerifier {
    private final StateLayout layout;
    private final LedgerOptions options;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> unreferenced = new ArrayList<>();
    private int sessions;
    private long slots;
    private long records;
    private long artifacts;

    private LedgerVerifier(StateLayout layout, LedgerOptions options) {
        this.layout = layout;
        this.options = options;
    }

    /// Verifies all sessions of a state directory.
    public static Verification verify(StateLayout layout, LedgerOptions options) {
        return new LedgerVerifier(layout, options).run(List.of());
    }

    /// Verifies some sessions and the files that all share.
    public static Verification verify(StateLayout layout, LedgerOptions options, List<LocalDate> only) {
        return new LedgerVerifier(layout, options).run(only);
    }

    /// Verifies one ledger file of a session that is open for reading: every byte, and every slot down to its
    /// record, but no artifact.
    public static List<Finding> verifySlots(Ledger ledger, SessionLedger session, LedgerKind kind) throws IOException {
        LedgerVerifier verifier = new LedgerVerifier(ledger.layout(), ledger.options());
        PayloadResolver resolver = new PayloadResolver(session, ledger.rates(), Set.of());
        verifier.matrix(session, kind, MatrixScan.check(session.matrix(kind), resolver));
        return List.copyOf(verifier.findings);
    }

    private Verification run(List<LocalDate> only) {
        if (!Files.isRegularFile(layout.symbolMap())) {
            throw new LedgerException("there is no ledger here [state_dir=" + layout.root()
                    + "]; m17 run or m17 demo makes one, --state-dir names another");
        }
        boolean readable = globals();
        try {
            for (LocalDate date : layout.sessions()) {
                if (only.isEmpty() || only.contains(date)) {
                    sessions++;
                    maps(date);
                    if (readable) {
                        session(date);
                    }
                }
            }
        } catch (IOException e) {
            throw new LedgerException("the state directory cannot be read [state_dir=" + layout.root() + "]", e);
        }
        return new Verification(findings, notes, unreferenced, sessions, slots, records, artifacts);
    }

    /// Checks what all sessions share; returns whether sessions can be looked into.
    private boolean globals() {
        int before = findings.size();
        logs(layout.symbolMap(), () -> {
            try (SymbolMap map = SymbolMap.openReadOnly(layout.symbolMap())) {
                return map.verify();
            }
        });
        logs(layout.rateMap(), () -> {
            try (RateMap map = RateMap.openReadOnly(layout.rateMap())) {
                records += map.count();
                return map.verify();
            }
        });
        logs(layout.lock(), () -> {
            StateLock.holder(layout.lock());
            return List.of();
        });
        boolean readable = findings.size() == before;
        logs(layout.auditLog(), () -> {
            try (AuditLog audit =
                    new AuditLog(RecordLog.openReadOnly(layout.auditLog(), Ledger.AUDIT_KIND, LogOwner.NONE))) {
                List<LogFault> faults = audit.verify();
                if (faults.isEmpty()) {
                    audit.brokenLink()
                            .ifPresent(link -> findings.add(new Finding(layout.uri(layout.auditLog()), "", link)));
                }
                return faults;
            }
        });
        return readable;
    }

    private void maps(LocalDate date) {
        for (PayloadType type : PayloadType.values()) {
            if (type != PayloadType.NONE && type != PayloadType.RF_RATE) {
                Path file = layout.map(date, type);
                logs(file, () -> {
                    try (PayloadMap map = PayloadMap.openReadOnly(file, type, date)) {
                        records += map.count();
                        return map.verify();
                    }
                });
            }
        }
        Path file = layout.artifactLog(date);
        logs(file, () -> {
            try (ArtifactLog log = ArtifactLog.openReadOnly(file, date)) {
                artifacts += log.count();
                return log.verify();
            }
        });
    }

    private void logs(Path file, Callable<List<LogFault>> verify) {
        try {
            for (LogFault fault : verify.call()) {
                findings.add(Finding.of(layout, fault));
            }
        } catch (Exception e) {
            findings.add(new Finding(layout.uri(file), "", String.valueOf(e.getMessage())));
        }
    }

    private void session(LocalDate date) throws IOException {
        for (LedgerKind kind : LedgerKind.values()) {
            if (!Files.exists(layout.ledger(date, kind))) {
                findings.add(new Finding(
                        layout.uri(layout.ledger(date, kind)), "", "the file is missing; m17 rebuild makes it anew"));
            }
        }
        try (Ledger ledger = Ledger.openReadOnly(options)) {
            SessionLedger session = ledger.session(date);
            ArtifactCheck files = ArtifactCheck.of(layout, session);
            findings.addAll(files.damaged().values());
            unreferenced.addAll(files.unreferenced());
            PayloadResolver resolver =
                    new PayloadResolver(session, ledger.rates(), files.damaged().keySet());
            for (LedgerKind kind : LedgerKind.values()) {
                matrix(session, kind, MatrixScan.check(session.matrix(kind), resolver));
            }
            for (SlotColumn column : SlotColumn.ALL) {
                slots += session.slotMetrics()
                        .getOrDefault(column, ColumnCounts.NONE)
                        .filled();
            }
        } catch (LedgerException | JournalException e) {
            findings.add(new Finding("session=" + date, "", String.valueOf(e.getMessage())));
        }
    }

    /// A ledger file that was not cleanly closed is mended by its next opening, so what is wrong with it is only noted.
    private void matrix(SessionLedger session, LedgerKind kind, List<MatrixFault> faults) {
        Path file = layout.ledger(session.session().date(), kind);
        if (session.matrix(kind).openMark() && !session.matrix(kind).openMarkAltered()) {
            if (!faults.isEmpty()) {
                notes.add(layout.uri(file) + ": not closed cleanly, or in use; the next opening looks at "
                        + faults.size() + " places [first="
                        + SessionRecovery.place(session, faults.getFirst()).strip()
                        + " " + faults.getFirst().what() + "]");
            }
            return;
        }
        for (MatrixFault fault : faults) {
            findings.add(new Finding(
                    layout.uri(file), SessionRecovery.place(session, fault).strip(), fault.what()));
        }
    }
}
