package io.m17.ledger.session;

import io.m17.journal.FailStopStorage;
import io.m17.journal.JournalException;
import io.m17.journal.LogFault;
import io.m17.journal.RecordLogOptions;
import io.m17.journal.Storage;
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
import io.m17.ledger.durability.Acknowledgement;
import io.m17.ledger.durability.Watermark;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.slot.DurableMark;
import io.m17.ledger.slot.SlotMatrix;
import io.m17.ledger.state.StateLayout;
import io.m17.ledger.symbol.SymbolMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private final FailStopStorage storage;
    private final Acknowledgement acknowledgement;

    public SessionStore(
            StateLayout layout,
            LedgerOptions options,
            SymbolMap symbols,
            RateMap rates,
            AuditLog audit,
            int incarnation,
            FailStopStorage storage,
            Acknowledgement acknowledgement) {
        this.layout = layout;
        this.options = options;
        this.symbols = symbols;
        this.rates = rates;
        this.audit = audit;
        this.incarnation = incarnation;
        this.storage = storage;
        this.acknowledgement = acknowledgement;
    }

    public int incarnation() {
        return incarnation;
    }

    /// Opens the curves; a damaged map is set aside and its sound records are kept.
    ///
    /// @param mended takes what was wrong, one line each
    public static RateMap openRates(StateLayout layout, List<String> mended, Storage storage) throws IOException {
        Path file = layout.rateMap();
        DamagedFiles.finishReplacing(file, storage);
        if (Files.exists(file)) {
            List<LogFault> faults = DamagedFiles.rateFaults(file);
            if (!faults.isEmpty()) {
                faults.forEach(fault -> mended.add(Finding.of(layout, fault).toString()));
                DamagedFiles.salvageRates(file, storage);
            }
        }
        return RateMap.open(file, storage);
    }

    /// Opens the symbol map; a damaged one is set aside when every symbol can be kept, otherwise it is an error, as
    /// is an empty one beside sessions.
    ///
    /// @param mended takes what was wrong, one line each
    public static SymbolMap openSymbols(StateLayout layout, int cap, List<String> mended, Storage storage)
            throws IOException {
        Path file = layout.symbolMap();
        DamagedFiles.finishReplacing(file, storage);
        boolean whole = Files.exists(file);
        if (whole) {
            List<LogFault> faults = DamagedFiles.symbolFaults(file);
            whole = faults.isEmpty();
            if (!faults.isEmpty()) {
                DamagedFiles.salvageSymbols(file, cap, storage);
                faults.forEach(fault -> mended.add(Finding.of(layout, fault).toString()));
            }
        }
        SymbolMap symbols = SymbolMap.open(file, cap, storage);
        if (!whole && symbols.count() == 0 && !layout.sessions().isEmpty()) {
            symbols.close();
            throw new LedgerException(
                    "there are sessions and no symbols [file=" + file + "]; restore the file from the archive");
        }
        return symbols;
    }

    /// Opens the audit log; a damaged one is set aside and begun anew.
    ///
    /// @param mended takes what was wrong, one line each
    public static AuditLog openAudit(StateLayout layout, long nowNs, List<String> mended, Storage storage)
            throws IOException {
        return AuditRepair.open(
                layout.auditLog(),
                RecordLogOptions.of(Ledger.AUDIT_KIND),
                DamagedFiles::setAside,
                nowNs,
                mended,
                storage);
    }

    /// Whether a session's ledger files are missing, half made or were not cleanly closed.
    public boolean needsRecovery(LocalDate date) {
        if (Files.exists(layout.unfinished(date))) {
            return true;
        }
        for (LedgerKind kind : LedgerKind.values()) {
            Path file = layout.ledger(date, kind);
            if (!Files.exists(file) || SlotMatrix.openMark(file)) {
                return true;
            }
        }
        return false;
    }

    /// The latest watermark that stands in a session's ledger file; it holds for all of them.
    public Watermark durableMark(List<LocalDate> sessions) {
        Watermark latest = Watermark.NONE;
        for (LocalDate date : sessions) {
            Path file = layout.ledger(date, LedgerKind.TRADE);
            if (Files.exists(file)) {
                latest = latest.orLater(DurableMark.read(file));
            }
        }
        return latest;
    }

    /// Opens a session for writing; recovers it when it was not cleanly closed, rebuilds ledger files that are missing.
    ///
    /// @param mended takes what recovery put right, one line each
    public SessionLedger open(TradingSession session, long nowNs, List<String> mended) {
        boolean known = Files.isDirectory(layout.session(session.date()));
        try {
            if (!known || ledgerFileMissing(session.date())) {
                return make(session, nowNs, mended);
            }
            damagedFiles(session).finishReplacing();
            boolean recover = needsRecovery(session.date());
            SessionLedger opened = openFiles(session, mended);
            return recover ? mend(opened, Set.of(), true, nowNs, mended) : opened;
        } catch (IOException e) {
            throw new LedgerException("the session cannot be opened [session=" + session.date() + "]", e);
        }
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
            DamagedFiles damaged = damagedFiles(session);
            damaged.salvageMaps(found);
            boolean rebuild = damaged.setUnreadableLedgersAside(found) || ledgerFileMissing(session.date());
            SessionLedger opened = rebuild ? make(session, nowNs, found) : openFiles(session, found);
            return mend(opened, damagedArtifacts(opened, found), false, nowNs, found);
        } catch (IOException | JournalException e) {
            throw new LedgerException("the session cannot be checked [session=" + session.date() + "]", e);
        }
    }

    private Set<Integer> damagedArtifacts(SessionLedger opened, List<String> found) throws IOException {
        try {
            ArtifactCheck artifacts = ArtifactCheck.of(layout, opened);
            for (Finding finding : artifacts.damaged().values()) {
                if (Files.exists(layout.root().resolve(finding.file()))) {
                    DamagedFiles.setAside(layout.root().resolve(finding.file()), storage);
                }
                found.add(finding.toString());
            }
            return artifacts.damaged().keySet();
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private SessionLedger mend(
            SessionLedger opened, Set<Integer> damagedArtifacts, boolean crashed, long nowNs, List<String> mended) {
        try {
            mended.addAll(SessionRecovery.mend(opened, rates, damagedArtifacts, crashed, nowNs));
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /// Makes both ledger files anew, from the maps when there are any. What an interruption left of an earlier attempt
    /// goes; whole files step aside.
    private SessionLedger make(TradingSession session, long nowNs, List<String> mended) throws IOException {
        boolean known = Files.isDirectory(layout.session(session.date()));
        begin(session.date());
        damagedFiles(session).finishReplacing();
        SessionLedger opened = openFiles(session, mended);
        try {
            if (known) {
                rebuild(opened, nowNs, mended);
                opened.force();
            }
            Path unfinished = layout.unfinished(session.date());
            storage.delete(unfinished);
            storage.syncDirectory(layout.session(session.date()));
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void begin(LocalDate date) throws IOException {
        Path unfinished = layout.unfinished(date);
        storage.createDirectories(layout.session(date));
        if (Files.notExists(unfinished)) {
            setLedgerFilesAside(date);
            storage.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
            storage.syncDirectory(layout.session(date));
        } else {
            for (LedgerKind kind : LedgerKind.values()) {
                storage.delete(layout.ledger(date, kind));
            }
        }
    }

    private DamagedFiles damagedFiles(TradingSession session) {
        return new DamagedFiles(layout, session, options.payloadCapacity(), storage);
    }

    private SessionLedger openFiles(TradingSession session, List<String> mended) {
        SessionFiles files =
                SessionFiles.open(layout, session, symbols.cap(), options.payloadCapacity(), incarnation, storage);
        mended.addAll(files.logReports());
        return ledger(session, files);
    }

    private SessionLedger ledger(TradingSession session, SessionFiles files) {
        return new SessionLedger(session, symbols, options.expectedColumns(), rates, audit, files, acknowledgement);
    }

    private void rebuild(SessionLedger opened, long nowNs, List<String> mended) {
        long slots = SessionRebuild.run(opened, rates, nowNs);
        String line =
                "session=" + opened.session().date() + ": ledger files rebuilt from the maps [slots=" + slots + "]";
        mended.add(line);
        audit.append(new AuditEntry(nowNs, "m17", AuditAction.REBUILT, Optional.empty(), line));
    }

    private boolean ledgerFileMissing(LocalDate date) {
        if (Files.exists(layout.unfinished(date))) {
            return true;
        }
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
                DamagedFiles.setAside(file, storage);
            }
        }
    }
}
