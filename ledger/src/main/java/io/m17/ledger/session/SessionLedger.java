package io.m17.ledger.session;

import io.m17.ledger.ExpectedColumns;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.SetResult;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.audit.AuditLog;
import io.m17.ledger.calendar.TradingSession;
import io.m17.ledger.calendar.WindowId;
import io.m17.ledger.calendar.WindowMeta;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.ledger.durability.Acknowledgement;
import io.m17.ledger.durability.Watermark;
import io.m17.ledger.payload.ArtifactLog;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.slot.ColumnCounts;
import io.m17.ledger.slot.RowCursor;
import io.m17.ledger.slot.SlotCursor;
import io.m17.ledger.slot.SlotMatrix;
import io.m17.ledger.symbol.SymbolMap;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// One session of both ledgers: rows by (symbol, minute), typed setters, claims, and the payload maps behind them.
///
/// Minutes count from 0 inside the session. Thread-safe: slots change by compare-and-swap, and a writer that loses gets
/// a [SetResult.Conflict] with the slot as it is. Times are passed in, nanoseconds since the Unix epoch.
public final class SessionLedger implements AutoCloseable {
    private final TradingSession session;
    private final SymbolMap symbols;
    private final RateMap rates;
    private final AuditLog audit;
    private final SessionFiles files;
    private final Listing listing;
    private final SlotFills fills;
    private final OperatorActions operators;

    SessionLedger(
            TradingSession session,
            SymbolMap symbols,
            ExpectedColumns expectedColumns,
            RateMap rates,
            AuditLog audit,
            SessionFiles files,
            Acknowledgement acknowledgement) {
        this.session = session;
        this.symbols = symbols;
        this.rates = rates;
        this.audit = audit;
        this.files = files;
        this.listing = new Listing(session, symbols, expectedColumns, files);
        this.fills = new SlotFills(session, rates, files);
        this.operators = new OperatorActions(session, symbols, files, audit, fills, acknowledgement);
    }

    public TradingSession session() {
        return session;
    }

    /// The windows of the session in which something is due: 390, fewer on an early close.
    public int minutes() {
        return session.minutes();
    }

    public WindowMeta window(int minute) {
        Objects.checkIndex(minute, WindowSpace.MINUTES_PER_SESSION);
        long startNs = session.openNs() + minute * WindowSpace.WINDOW_NS;
        return new WindowMeta(
                windowIndex(minute),
                session.index(),
                minute,
                startNs,
                startNs + WindowSpace.WINDOW_NS,
                minute < session.minutes(),
                new WindowId(session.date().getYear(), session.index(), minute));
    }

    /// The window's index in the year.
    public int windowIndex(int minute) {
        return session.index() * WindowSpace.MINUTES_PER_SESSION + minute;
    }

    /// The minute that a moment falls into, or -1 outside the session.
    public int minuteAt(long epochNs) {
        if (epochNs < session.openNs() || epochNs >= session.closeNs()) {
            return -1;
        }
        return (int) ((epochNs - session.openNs()) / WindowSpace.WINDOW_NS);
    }

    /// Lists an instrument in this session, so that its columns are expected; allocates its rows.
    public void list(int symbolId) {
        listing.list(symbolId);
    }

    /// Lists the symbols again that a damaged summary no longer lists; one line each. For recovery.
    List<String> relistDamaged(LedgerKind kind) {
        return listing.relistDamaged(kind);
    }

    /// Lists in both ledger files what a crash left in one of them. For recovery, when their heads are sound.
    void finishListing() {
        listing.finish();
    }

    public boolean listed(int symbolId) {
        return files.trade().listed(symbolId) && files.enrichment().listed(symbolId);
    }

    /// The listed symbols in order of their ids.
    public IntStream listed() {
        return IntStream.range(0, symbols.count()).filter(this::listed);
    }

    /// Whether the column is expected of a listed symbol.
    public boolean expects(int symbolId, SlotColumn column) {
        return (fills.matrix(column).expected(symbolId) & column.bit()) != 0;
    }

    public SymbolMap symbols() {
        return symbols;
    }

    public Slot slot(SlotColumn column, int symbolId, int minute) {
        return fills.matrix(column).read(symbolId, minute, column);
    }

    /// A cursor that walks a column, claims and fills, and allocates nothing. Confined to one thread.
    public SlotCursor cursor(SlotColumn column) {
        IntPredicate exists =
                column == SlotColumn.RF_RATE ? rates::contains : files.map(column.payloadType())::contains;
        return fills.matrix(column).cursor(column, exists);
    }

    /// A reader of a ledger's rows that allocates nothing. Confined to one thread.
    public RowCursor rows(LedgerKind kind) {
        return files.matrix(kind).rows();
    }

    public TradeRow tradeRow(int symbolId, int minute) {
        return new TradeRow(
                symbolId,
                window(minute),
                slot(SlotColumn.RF_RATE, symbolId, minute),
                slot(SlotColumn.TRADE, symbolId, minute),
                slot(SlotColumn.QUOTE, symbolId, minute),
                slot(SlotColumn.AGGRESSOR, symbolId, minute));
    }

    public EnrichmentRow enrichmentRow(int symbolId, int minute) {
        return new EnrichmentRow(
                symbolId,
                window(minute),
                slot(SlotColumn.GREEKS, symbolId, minute),
                slot(SlotColumn.AGGS_1M, symbolId, minute),
                slot(SlotColumn.AGGS_5M, symbolId, minute),
                slot(SlotColumn.AGGS_10M, symbolId, minute),
                slot(SlotColumn.AGGS_30M, symbolId, minute),
                slot(SlotColumn.AGGS_1H, symbolId, minute),
                slot(SlotColumn.AGGS_4H, symbolId, minute));
    }

    /// The trade rows of a symbol's minutes `[from, to)`, in order.
    public Iterable<TradeRow> iterSymbol(int symbolId, int from, int to) {
        return () -> IntStream.range(from, to)
                .mapToObj(minute -> tradeRow(symbolId, minute))
                .iterator();
    }

    /// The trade rows of one minute for the listed symbols `[fromSymbol, toSymbol)`, in order of their ids.
    public Iterable<TradeRow> iterMinute(int minute, int fromSymbol, int toSymbol) {
        return () -> IntStream.range(fromSymbol, toSymbol)
                .filter(this::listed)
                .mapToObj(symbolId -> tradeRow(symbolId, minute))
                .iterator();
    }

    /// The first expected window of the column at or after `fromMinute` that is neither filled nor retired.
    public OptionalInt nextUnfilledWindow(SlotColumn column, int symbolId, int fromMinute) {
        if (!expects(symbolId, column) || counts(column, symbolId).missing() == 0) {
            return OptionalInt.empty();
        }
        for (int minute = fromMinute; minute < session.minutes(); minute++) {
            Slot slot = slot(column, symbolId, minute);
            if (slot.status() != SlotStatus.FILLED && slot.status() != SlotStatus.RETIRED) {
                return OptionalInt.of(minute);
            }
        }
        return OptionalInt.empty();
    }

    /// The status counts of one symbol's column, without looking at its rows.
    public ColumnCounts counts(SlotColumn column, int symbolId) {
        return fills.matrix(column).counts(symbolId, column);
    }

    /// The status counts of every column over all listed symbols.
    public Map<SlotColumn, ColumnCounts> slotMetrics() {
        Map<SlotColumn, ColumnCounts> metrics = new EnumMap<>(SlotColumn.class);
        SlotColumn.ALL.forEach(column -> metrics.put(column, ColumnCounts.NONE));
        listed().forEach(symbolId ->
                SlotColumn.ALL.forEach(column -> metrics.merge(column, counts(column, symbolId), ColumnCounts::plus)));
        return metrics;
    }

    /// Grows with every change of a symbol's column that a dependent column may have to follow.
    public long changes(SlotColumn column, int symbolId) {
        return fills.matrix(column).changes(symbolId, column);
    }

    /// What [#reconcile] last stored for a derived column.
    public long reconciled(SlotColumn column, int symbolId) {
        return fills.matrix(column).reconciled(symbolId, column);
    }

    /// Remembers that a derived column is done up to this sum of its inputs' changes. Single writer: its engine.
    public void reconcile(SlotColumn column, int symbolId, long changes) {
        fills.matrix(column).reconcile(symbolId, column, changes);
    }

    /// A session's map of one payload type; rates stand in the ledger's own map.
    public PayloadMap map(PayloadType type) {
        return files.map(type);
    }

    /// The record behind a filled slot of any column but the rate.
    public Payload payload(Slot slot) {
        return files.map(slot.payloadType()).read(slot.payloadId());
    }

    /// The curves behind rate slots; all sessions share them.
    public RateMap rates() {
        return rates;
    }

    public ArtifactLog artifacts() {
        return files.artifacts();
    }

    public SetResult setRfRateRef(int symbolId, int minute, PayloadMeta meta, OptionalLong expectedVersion) {
        return fills.set(SlotColumn.RF_RATE, symbolId, minute, meta, expectedVersion);
    }

    public SetResult setTradeRef(int symbolId, int minute, PayloadMeta meta, OptionalLong expectedVersion) {
        return fills.set(SlotColumn.TRADE, symbolId, minute, meta, expectedVersion);
    }

    public SetResult setQuoteRef(int symbolId, int minute, PayloadMeta meta, OptionalLong expectedVersion) {
        return fills.set(SlotColumn.QUOTE, symbolId, minute, meta, expectedVersion);
    }

    public SetResult setAggressorRef(int symbolId, int minute, PayloadMeta meta, OptionalLong expectedVersion) {
        return fills.set(SlotColumn.AGGRESSOR, symbolId, minute, meta, expectedVersion);
    }

    public SetResult setGreeksRef(int symbolId, int minute, PayloadMeta meta, OptionalLong expectedVersion) {
        return fills.set(SlotColumn.GREEKS, symbolId, minute, meta, expectedVersion);
    }

    public SetResult setAggs1mRef(int symbolId, int minute, PayloadMeta meta, OptionalLong expectedVersion) {
        return fills.set(SlotColumn.AGGS_1M, symbolId, minute, meta, expectedVersion);
    }

    public SetResult setAggs5mRef(int symbolId, int minute, PayloadMeta meta, OptionalLong expectedVersion) {
        return fills.set(SlotColumn.AGGS_5M, symbolId, minute, meta, expectedVersion);
    }

    public SetResult setAggs10mRef(int symbolId, int minute, PayloadMeta meta, OptionalLong expectedVersion) {
        return fills.set(SlotColumn.AGGS_10M, symbolId, minute, meta, expectedVersion);
    }

    public SetResult setAggs30mRef(int symbolId, int minute, PayloadMeta meta, OptionalLong expectedVersion) {
        return fills.set(SlotColumn.AGGS_30M, symbolId, minute, meta, expectedVersion);
    }

    public SetResult setAggs1hRef(int symbolId, int minute, PayloadMeta meta, OptionalLong expectedVersion) {
        return fills.set(SlotColumn.AGGS_1H, symbolId, minute, meta, expectedVersion);
    }

    public SetResult setAggs4hRef(int symbolId, int minute, PayloadMeta meta, OptionalLong expectedVersion) {
        return fills.set(SlotColumn.AGGS_4H, symbolId, minute, meta, expectedVersion);
    }

    /// Claims a slot: it turns pending and keeps the payload that stands there. Empty when the slot is retired, claimed
    /// by a worker of this process, or was changed at the same moment.
    public Optional<Claim> markPending(SlotColumn column, int symbolId, int minute, long nowNs) {
        return fills.claim(column, symbolId, minute, nowNs);
    }

    /// Fills a claimed slot; a conflict when the claim is no longer good.
    public SetResult fill(Claim claim, PayloadMeta meta) {
        return fills.fill(claim, meta);
    }

    /// Gives a claim back: what stood there before stands there again; an empty slot keeps the reason.
    public SetResult release(Claim claim, Reason reason, long nowNs) {
        return fills.release(claim, reason, nowNs);
    }

    /// Leaves word in an empty slot why nothing is there. Does nothing when it already says so, or is not empty.
    ///
    /// @return whether the slot was changed
    public boolean giveReason(SlotColumn column, int symbolId, int minute, Reason reason, long nowNs) {
        return fills.giveReason(column, symbolId, minute, reason, nowNs);
    }

    /// Empties a slot for a refill and records why; a slot that was never touched stays empty, a retired one retired.
    public SetResult clearSlot(SlotColumn column, int symbolId, int minute, String cause, String operator, long nowNs) {
        return operators.clear(column, symbolId, minute, cause, operator, nowNs);
    }

    /// Takes a window out of what is expected, for good, and records why.
    public SetResult retire(SlotColumn column, int symbolId, int minute, String cause, String operator, long nowNs) {
        return operators.retire(column, symbolId, minute, cause, operator, nowNs);
    }

    /// Clears a slot as the audit log says that it was; for a rebuild, which writes no audit of its own.
    public void clearAgain(SlotColumn column, int symbolId, int minute, long nowNs) {
        operators.takeAgain(column, symbolId, minute, SlotStatus.CLEARED, nowNs);
    }

    /// Retires a slot as the audit log says that it was; for a rebuild, which writes no audit of its own.
    public void retireAgain(SlotColumn column, int symbolId, int minute, long nowNs) {
        operators.takeAgain(column, symbolId, minute, SlotStatus.RETIRED, nowNs);
    }

    /// Where operators' and engines' actions are written down.
    public AuditLog audit() {
        return audit;
    }

    /// The ledger file of one kind, for checks and recovery.
    public SlotMatrix matrix(LedgerKind kind) {
        return files.matrix(kind);
    }

    /// Makes everything so far durable: maps first, so that no durable slot points at a record that is not.
    public void force() throws IOException {
        forceShared();
        files.forceLogs();
        files.trade().force();
        files.enrichment().force();
    }

    /// Makes durable what has changed since the last time, when what all sessions share is so already; whether a slot
    /// has.
    public boolean forceChanges() throws IOException {
        files.forceLogs();
        boolean changed = files.trade().forcing().changes();
        return files.enrichment().forcing().changes() || changed;
    }

    /// Stores the ledger's watermark, before which everything is on the disk, in this session.
    public void mark(Watermark watermark) throws IOException {
        files.trade().forcing().mark(watermark);
    }

    /// What all sessions share goes to the disk before slots that point at it.
    private void forceShared() {
        symbols.force();
        rates.force();
        audit.force();
    }

    /// Forces and closes all files, and marks them as cleanly closed.
    public void closeCleanly() throws IOException {
        try {
            forceShared();
            files.closeLogs();
            files.trade().closeCleanly();
            files.enrichment().closeCleanly();
        } finally {
            close();
        }
    }

    /// Unmaps the files as they are.
    @Override
    public void close() {
        try {
            files.closeLogs();
        } finally {
            files.trade().close();
            files.enrichment().close();
        }
    }
}
