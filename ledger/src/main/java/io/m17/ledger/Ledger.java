package io.m17.ledger;

import io.m17.journal.FailStopStorage;
import io.m17.journal.JournalException;
import io.m17.journal.LogOwner;
import io.m17.journal.RecordLog;
import io.m17.journal.Storage;
import io.m17.ledger.audit.AuditAction;
import io.m17.ledger.audit.AuditEntry;
import io.m17.ledger.audit.AuditLog;
import io.m17.ledger.calendar.ExchangeCalendar;
import io.m17.ledger.calendar.TradingSession;
import io.m17.ledger.calendar.WindowMeta;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.ledger.durability.Watermark;
import io.m17.ledger.engine.ChangeSignal;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.session.SessionStore;
import io.m17.ledger.state.Closing;
import io.m17.ledger.state.StateLayout;
import io.m17.ledger.state.StateLock;
import io.m17.ledger.state.StorageReport;
import io.m17.ledger.symbol.SymbolMap;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// The ledger of a state directory: which data exists for every instrument and minute, session by session.
///
/// One process opens it for writing, any number for reading beside it. Thread-safe. Times are passed in, nanoseconds
/// since the Unix epoch.
public final class Ledger implements AutoCloseable {
    /// The kind that stands in the audit log's header.
    public static final int AUDIT_KIND = 0x130;
    private static final String ACTOR = "m17";

    private final StateLayout layout;
    private final LedgerOptions options;
    private final FailStopStorage storage;
    private final @Nullable StateLock lock;
    private final SymbolMap symbols;
    private final RateMap rates;
    private final AuditLog audit;
    private final SessionStore store;
    private final Commits commits;
    private final ChangeSignal changes = new ChangeSignal();
    private final ConcurrentSkipListMap<LocalDate, SessionLedger> open = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Integer, WindowSpace> years = new ConcurrentSkipListMap<>();
    private final ExchangeCalendar calendar = ExchangeCalendar.nyse();
    private final List<String> mended = new ArrayList<>();

    private Ledger(
            LedgerOptions options,
            FailStopStorage storage,
            @Nullable StateLock lock,
            SymbolMap symbols,
            RateMap rates,
            AuditLog audit) {
        this.storage = storage;
        this.layout = new StateLayout(options.stateDir());
        this.options = options;
        this.lock = lock;
        this.symbols = symbols;
        this.rates = rates;
        this.audit = audit;
        int incarnation = lock != null ? lock.incarnation() : StateLock.livingIncarnation(layout.lock());
        this.store = new SessionStore(layout, options, symbols, rates, audit, incarnation, storage, this::acknowledge);
        this.commits = new Commits(options, storage, symbols, rates, audit, open.values());
    }

    /// Opens a state directory for writing, made when it is absent: takes the lock, loads the symbol map and the
    /// curves, and recovers every session that was not cleanly closed.
    public static Ledger open(LedgerOptions options, long nowNs) {
        StateLayout layout = new StateLayout(options.stateDir());
        FailStopStorage storage = new FailStopStorage(options.storage());
        try {
            storage.createDirectories(layout.root());
        } catch (IOException e) {
            throw new LedgerException("the state directory cannot be made [state_dir=" + layout.root() + "]", e);
        }
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            Ledger ledger = openFiles(options, layout, storage, nowNs, opened);
            opened.clear();
            opened.push(ledger);
            ledger.recover(nowNs);
            ledger.commits.start(ledger.store.durableMark(ledger.sessions()));
            return ledger;
        } catch (IOException e) {
            closeAfter(e, opened);
            throw new LedgerException("the state directory cannot be opened [state_dir=" + layout.root() + "]", e);
        } catch (RuntimeException | Error e) {
            closeAfter(e, opened);
            throw e;
        }
    }

    /// @param opened takes what must be closed, the last first, when there is no ledger to close it
    private static Ledger openFiles(
            LedgerOptions options, StateLayout layout, FailStopStorage storage, long nowNs, Deque<AutoCloseable> opened)
            throws IOException {
        StateLock lock = StateLock.acquire(layout.lock(), storage);
        opened.push(lock);
        List<String> mended = new ArrayList<>();
        SymbolMap symbols = SessionStore.openSymbols(layout, options.symbolCap(), mended, storage);
        opened.push(symbols);
        RateMap rates = SessionStore.openRates(layout, mended, storage);
        opened.push(rates);
        AuditLog audit = SessionStore.openAudit(layout, nowNs, mended, storage);
        opened.push(audit);
        Ledger ledger = new Ledger(options, storage, lock, symbols, rates, audit);
        ledger.mended.addAll(mended);
        return ledger;
    }

    private static void closeAfter(Throwable failure, Deque<AutoCloseable> opened) {
        Closing closing = new Closing();
        opened.forEach(closing::close);
        closing.endIn(failure);
    }

    /// Maps a state directory for reading, beside its writer or without one. Setters of it fail.
    public static Ledger openReadOnly(LedgerOptions options) {
        StateLayout layout = new StateLayout(options.stateDir());
        if (!Files.isRegularFile(layout.symbolMap())) {
            throw new LedgerException("there is no ledger here [state_dir=" + layout.root()
                    + "]; m17 run or m17 demo makes one, --state-dir names another");
        }
        try {
            StateLock.holder(layout.lock());
            return openReadOnly(options, layout);
        } catch (IOException e) {
            throw new LedgerException(
                    "the state directory cannot be read [state_dir=" + layout.root() + ", error=" + e.getMessage()
                            + "]; m17 verify says what is wrong",
                    e);
        }
    }

    private static Ledger openReadOnly(LedgerOptions options, StateLayout layout) throws IOException {
        SymbolMap symbols = SymbolMap.openReadOnly(layout.symbolMap());
        try {
            RateMap rates = RateMap.openReadOnly(layout.rateMap());
            try {
                RecordLog log = RecordLog.openReadOnly(layout.auditLog(), AUDIT_KIND, LogOwner.NONE);
                return new Ledger(
                        options, new FailStopStorage(options.storage()), null, symbols, rates, new AuditLog(log));
            } catch (IOException | RuntimeException e) {
                rates.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            symbols.close();
            throw e;
        }
    }

    private void recover(long nowNs) {
        symbols.report().ifPresent(mended::add);
        rates.report().ifPresent(mended::add);
        for (LocalDate date : sessions()) {
            if (store.needsRecovery(date)) {
                open.put(date, recovered(date, nowNs));
            }
        }
        note(AuditAction.OPENED, "incarnation=" + incarnation(), nowNs);
        for (String line : mended) {
            note(AuditAction.RECOVERED, line, nowNs);
        }
    }

    private SessionLedger recovered(LocalDate date, long nowNs) {
        try {
            return store.open(trading(date), nowNs, mended);
        } catch (LedgerException | JournalException e) {
            if (storage.hasFailed()) {
                throw e;
            }
            return store.scrub(trading(date), nowNs, mended);
        }
    }

    /// The session of a date, opened now when it was not; made when it is new and the ledger is open for writing. A
    /// date without a session is a [LedgerException].
    public SessionLedger session(LocalDate date) {
        SessionLedger known = open.get(date);
        return known != null ? known : openSession(date);
    }

    private synchronized SessionLedger openSession(LocalDate date) {
        return open.computeIfAbsent(date, absent -> {
            TradingSession session = trading(absent);
            return lock == null ? store.openReadOnly(session) : store.open(session, 0, mended);
        });
    }

    /// Checks a session from end to end before its work begins, and mends what it can; a new one is left alone.
    /// Nobody may hold the session. Returns what was wrong, one line each.
    public synchronized List<String> scrub(LocalDate date, long nowNs) {
        if (!sessions().contains(date)) {
            return List.of();
        }
        commits.exclusively(() -> closeForScrub(date));
        List<String> found = new ArrayList<>();
        open.put(date, store.scrub(trading(date), nowNs, found));
        for (String line : found) {
            note(AuditAction.REPAIRED, line, nowNs);
        }
        return found;
    }

    private void closeForScrub(LocalDate date) {
        SessionLedger recovered = open.remove(date);
        if (recovered != null) {
            try {
                recovered.closeCleanly();
            } catch (IOException e) {
                throw new LedgerException("the session cannot be closed [session=" + date + "]", e);
            }
        }
    }

    private TradingSession trading(LocalDate date) {
        return calendar.session(date)
                .orElseThrow(() -> new LedgerException("that day is no session [date=" + date + ", closed="
                        + calendar.closedBecause(date) + "]; m17 sessions --year " + date.getYear()
                        + " lists those that are"));
    }

    /// The sessions that have a directory, oldest first.
    public List<LocalDate> sessions() {
        try {
            return layout.sessions();
        } catch (IOException e) {
            throw new LedgerException("the state directory cannot be listed [state_dir=" + layout.root() + "]", e);
        }
    }

    /// The sessions that are mapped now.
    public List<SessionLedger> openSessions() {
        return List.copyOf(open.values());
    }

    /// The id of a symbol, given to it now when it has none.
    public int resolveSymbol(String symbol) {
        return symbols.resolveSymbol(symbol);
    }

    public SymbolMap symbols() {
        return symbols;
    }

    public RateMap rates() {
        return rates;
    }

    public AuditLog audit() {
        return audit;
    }

    public StateLayout layout() {
        return layout;
    }

    public LedgerOptions options() {
        return options;
    }

    /// What its files stand on: refuses everything once a force has failed.
    public Storage storage() {
        return storage;
    }

    public ExchangeCalendar calendar() {
        return calendar;
    }

    /// What wakes engines that wait.
    public ChangeSignal changes() {
        return changes;
    }

    /// The number of this opening; for a reader that of the living writer, or 0.
    public int incarnation() {
        return store.incarnation();
    }

    /// The index in its year of the window that a moment falls into, or -1.
    public int windowIndexAt(long epochNs) {
        return year(yearOf(epochNs)).windowIndexAt(epochNs);
    }

    public WindowMeta windowMeta(int year, int windowIndex) {
        return year(year).windowMeta(windowIndex);
    }

    private WindowSpace year(int year) {
        return years.computeIfAbsent(year, WindowSpace::of);
    }

    private static int yearOf(long epochNs) {
        return Instant.ofEpochSecond(Math.floorDiv(epochNs, 1_000_000_000L))
                .atOffset(ZoneOffset.UTC)
                .getYear();
    }

    /// The session that a moment's date has in New York, if it is one.
    public Optional<TradingSession> tradingSession(LocalDate date) {
        return calendar.session(date);
    }

    /// What opening found, and has found since.
    public StorageReport report() {
        return new StorageReport(
                layout.root(), incarnation(), symbols.count(), rates.count(), sessions(), List.copyOf(mended));
    }

    /// Writes an action that concerns no cell to the audit log.
    public void note(AuditAction action, String detail, long nowNs) {
        audit.append(new AuditEntry(nowNs, ACTOR, action, Optional.empty(), detail));
    }

    /// Makes everything that was acknowledged before the call durable, and moves the watermark.
    public void force() throws IOException {
        commits.commit();
    }

    /// Returns when what this thread wrote before the call may be acknowledged: at once, or, where each batch is
    /// committed, when it is durable. A commit that fails is a [LedgerException].
    public void acknowledge() {
        commits.acknowledge();
    }

    /// How much is on the disk. A reader's is what the files say: that of the last commit that found changes.
    public Watermark watermark() {
        return lock == null ? store.durableMark(sessions()) : commits.watermark();
    }

    /// Throws a [LedgerException] when nothing becomes durable any more.
    public void requireDurable() {
        commits.requireDurable();
    }

    /// Why nothing becomes durable any more, if that is so; then nothing more is written.
    public Optional<String> commitFailure() {
        return commits.failure().map(cause -> String.valueOf(cause.getMessage()));
    }

    /// Closes cleanly: all is durable, and the next opening scans nothing. A reader just unmaps.
    @Override
    public void close() {
        Closing closing = new Closing();
        if (lock != null) {
            closing.close(commits);
        }
        for (SessionLedger session : open.values()) {
            closing.close(lock == null ? session : session::closeCleanly);
        }
        open.clear();
        closing.close(audit);
        closing.close(rates);
        closing.close(symbols);
        if (lock != null) {
            closing.close(lock);
        }
        closing.end();
    }
}
