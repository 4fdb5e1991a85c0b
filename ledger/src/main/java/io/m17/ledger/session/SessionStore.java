package io.m17.ledger.session;

import io.m17.journal.JournalException;
import io.m17.journal.LogFault;
import io.m17.journal.RecordLogOptions;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerException;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.audit.AuditAction;
import io.m17.ledger.audit.AuditEntry;
import io.m17.ledger.audit.AuditLog;
import io.m17.ledger.audit.AuditRepair;
import io.m17.ledger.calendar.TradingSession;
import io.m17.ledger.check.ArtifactCheck;
import io.m17.ledger.check.Finding;
import io.m17.ledger.check.SessionRebuild;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.slot.SlotMatrix;
import io.m17.ledger.state.StateLayout;
import io.m17.ledger.symbol.SymbolMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Opens sessions: new ones, cleanly closed ones, crashed ones, damaged ones. Confined to whoever holds the ledger's
/// monitor.
public final class SessionStore {
    private final StateLayout layout;
    private final LedgerOptions options;
    private final SymbolMap symbols;
    private final RateMap rates;
    private final AuditLog audit;
    private final int incarnation;

    public SessionStore(
            StateLayout layout,
            LedgerOptions options,
            SymbolMap symbols,
            RateMap rates,
            AuditLog audit,
            int incarnation) {
        this.layout = layout;
        this.options = options;
        this.symbols = symbols;
        this.rates = rates;
        this.audit = audit;
        this.incarnation = incarnation;
    }

    public int incarnation() {
        return incarnation;
    }

    /// Opens the curves; a damaged map is set aside and its sound records are kept.
    ///
    /// @param mended takes what was wrong, one line each
    public static RateMap openRates(StateLayout layout, List<String> mended) throws IOException {
        Path file = layout.rateMap();
        if (Files.exists(file)) {
            List<LogFault> faults = DamagedFiles.rateFaults(file);
            if (!faults.isEmpty()) {
                faults.forEach(fault -> mended.add(Finding.of(layout, fault).toString()));
                DamagedFiles.salvageRates(file);
            }
        }
        return RateMap.open(file);
    }

    /// Opens the symbol map; a damaged one is set aside when every symbol can be kept, otherwise it is an error, as is
    /// an
    /// empty one beside sessions.
    ///
    /// @param mended takes what was wrong, one line each
    public static SymbolMap openSymbols(StateLayout layout, int cap, List<String> mended) throws IOException {
        Path file = layout.symbolMap();
        if (Files.exists(file)) {
            List<LogFault> faults = DamagedFiles.symbolFaults(file);
            if (!faults.isEmpty()) {
                DamagedFiles.salvageSymbols(file, cap);
                faults.forEach(fault -> mended.add(Finding.of(layout, fault).toString()));
            }
        }
        SymbolMap symbols = SymbolMap.open(file, cap);
        if (symbols.count() == 0 && !layout.sessions().isEmpty()) {
            symbols.close();
            throw new LedgerException(
                    "there are sessions and no symbols [file=" + file + "]; restore the file from the archive");
        }
        return symbols;
    }

    /// Opens the audit log; a damaged one is set aside and begun anew.
    ///
    /// @param mended takes what was wrong, one line each
    public static AuditLog openAudit(StateLayout layout, long nowNs, List<String> mended) throws IOException {
        return AuditRepair.open(
                layout.auditLog(), RecordLogOptions.of(Ledger.AUDIT_KIND), DamagedFiles::setAside, nowNs, mended);
    }

    /// Whether a session's ledger files are missing or were not cleanly closed.
    public boolean needsRecovery(LocalDate date) {
        for (LedgerKind kind : LedgerKind.values()) {
            Path file = layout.ledger(date, kind);
            if (!Files.exists(file) || SlotMatrix.openMark(file)) {
                return true;
            }
        }
        return false;
    }

    /// Opens a session for writing; recovers it when it was not cleanly closed, rebuilds ledger files that are missing.
    ///
    /// @param mended takes what recovery put right, one line each
    public SessionLedger open(TradingSession session, long nowNs, List<String> mended) {
        boolean known = Files.isDirectory(layout.session(session.date()));
        boolean rebuild = known && ledgerFileMissing(session.date());
        boolean recover = known && needsRecovery(session.date());
        if (rebuild) {
            setLedgerFilesAside(session.date());
        }
        SessionLedger opened = openFiles(session, mended);
        if (rebuild) {
            rebuild(opened, nowNs, mended);
        } else if (recover) {
            mended.addAll(SessionRecovery.mend(opened, rates, Set.of(), true, nowNs));
        }
        return opened;
    }

    /// Maps a session for reading.
    public SessionLedger openReadOnly(TradingSession session) {
        if (!Files.isDirectory(layout.session(session.date()))) {
            throw new LedgerException("the ledger has no such session [session=" + session.date()
                    + "]; m17 status lists those that it has");
        }
        return ledger(session, SessionFiles.openReadOnly(layout, session, incarnation));
    }

    /// Checks all files of a session from end to end, mends what is wrong, and opens it for writing.
    ///
    /// @param found takes what was wrong, one line each
    public SessionLedger scrub(TradingSession session, long nowNs, List<String> found) {
        try {
            DamagedFiles damaged = new DamagedFiles(layout, session, options.payloadCapacity());
            damaged.salvageMaps(found);
            boolean rebuild = damaged.setUnreadableLedgersAside(found) || ledgerFileMissing(session.date());
            if (rebuild) {
                setLedgerFilesAside(session.date());
            }
            SessionLedger opened = openFiles(session, found);
            if (rebuild) {
                rebuild(opened, nowNs, found);
            }
            ArtifactCheck artifacts = ArtifactCheck.of(layout, opened);
            for (Finding finding : artifacts.damaged().values()) {
                if (Files.exists(layout.root().resolve(finding.file()))) {
                    DamagedFiles.setAside(layout.root().resolve(finding.file()));
                }
                found.add(finding.toString());
            }
            found.addAll(SessionRecovery.mend(opened, rates, artifacts.damaged().keySet(), false, nowNs));
            return opened;
        } catch (IOException | JournalException e) {
            throw new LedgerException("the session cannot be checked [session=" + session.date() + "]", e);
        }
    }

    private SessionLedger openFiles(TradingSession session, List<String> mended) {
        SessionFiles files = SessionFiles.open(layout, session, symbols.cap(), options.payloadCapacity(), incarnation);
        mended.addAll(files.logReports());
        return ledger(session, files);
    }

    private SessionLedger ledger(TradingSession session, SessionFiles files) {
        return new SessionLedger(session, symbols, options.expectedColumns(), rates, audit, files);
    }

    private void rebuild(SessionLedger opened, long nowNs, List<String> mended) {
        long slots = SessionRebuild.run(opened, rates, nowNs);
        String line =
                "session=" + opened.session().date() + ": ledger files rebuilt from the maps [slots=" + slots + "]";
        mended.add(line);
        audit.append(new AuditEntry(nowNs, "m17", AuditAction.REBUILT, Optional.empty(), line));
    }

    private boolean ledgerFileMissing(LocalDate date) {
        for (LedgerKind kind : LedgerKind.values()) {
            if (!Files.exists(layout.ledger(date, kind))) {
                return true;
            }
        }
        return false;
    }

    /// A rebuild fills both ledgers from nothing, so what is left of them steps aside.
    private void setLedgerFilesAside(LocalDate date) {
        for (LedgerKind kind : LedgerKind.values()) {
            Path file = layout.ledger(date, kind);
            if (Files.exists(file)) {
                DamagedFiles.setAside(file);
            }
        }
    }
}
