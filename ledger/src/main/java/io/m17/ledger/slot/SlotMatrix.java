package io.m17.ledger.slot;

import io.m17.journal.FailStopStorage;
import io.m17.journal.KillPoint;
import io.m17.journal.MappedRegion;
import io.m17.journal.Storage;
import io.m17.ledger.LedgerException;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.calendar.TradingSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.IntPredicate;

/// One ledger file of one session: symbols × 390 rows of slots, and a summary a symbol.
///
/// Thread-safe. Slots change by compare-and-swap only, summaries by atomic adds after the slot's store; a symbol's
/// block is allocated on disk before its first store, so that a full disk is an error of [#list] and never a fault
/// under a store.
public final class SlotMatrix implements AutoCloseable {
    private final Path file;
    private final LedgerKind kind;
    private final TradingSession session;
    private final FailStopStorage storage;
    private final MappedRegion region;
    private final SlotMemory memory;
    private final SlotProtocol protocol;
    private final RowLayout layout;
    private final int symbols;
    private final int columnMask;
    private final OpenMark openMark;
    private final SymbolSummaries summaries;
    private final RowHeaders headers;
    private final OrphanedRows orphans;
    private final MatrixForce force;

    private SlotMatrix(
            MatrixFile opened, LedgerKind kind, TradingSession session, int incarnation, FailStopStorage storage) {
        this.file = opened.region().file();
        this.storage = storage;
        this.kind = kind;
        this.session = session;
        this.region = opened.region();
        this.memory = opened.memory();
        this.symbols = opened.symbols();
        this.protocol = new SlotProtocol(memory, incarnation);
        this.openMark = new OpenMark(storage, region, memory, incarnation);
        this.layout = RowLayout.of(kind, symbols);
        this.force = new MatrixForce(storage, region, memory, layout.fileLengthBytes(symbols), openMark);
        this.headers = new RowHeaders(session, memory, layout);
        this.orphans = new OrphanedRows(region, memory, layout, headers, symbols);
        this.summaries = new SymbolSummaries(file, session, memory, protocol, layout, orphans, symbols);
        this.columnMask = SlotColumn.of(kind).stream().mapToInt(SlotColumn::bit).sum();
    }

    /// Opens a session's ledger file for writing, made when it is absent.
    ///
    /// @param incarnation of the lock's holder, from 1
    public static SlotMatrix open(Path file, LedgerKind kind, TradingSession session, int symbols, int incarnation)
            throws IOException {
        return open(file, kind, session, symbols, incarnation, new FailStopStorage(Storage.SYSTEM));
    }

    /// The same on a storage; once a force of it has failed, nothing is written any more.
    public static SlotMatrix open(
            Path file, LedgerKind kind, TradingSession session, int symbols, int incarnation, FailStopStorage storage)
            throws IOException {
        MatrixFile opened = MatrixFile.open(file, kind, session, symbols, storage);
        return new SlotMatrix(opened, kind, session, incarnation, storage);
    }

    /// Maps a session's ledger file for reading, beside its writer or without one.
    ///
    /// @param incarnation of the lock's living holder, or 0
    public static SlotMatrix openReadOnly(Path file, LedgerKind kind, TradingSession session, int incarnation)
            throws IOException {
        MatrixFile opened = MatrixFile.openReadOnly(file, kind, session);
        return new SlotMatrix(opened, kind, session, incarnation, new FailStopStorage(Storage.SYSTEM));
    }

    public Path file() {
        return file;
    }

    public LedgerKind kind() {
        return kind;
    }

    /// The number of symbols that fit.
    public int symbols() {
        return symbols;
    }

    /// Whether the last writer of a ledger file did not stop cleanly, read without mapping it. A file that is too short
    /// to say so counts as one.
    public static boolean openMark(Path file) {
        return OpenMark.isSet(file);
    }

    /// Whether the last writer did not stop cleanly.
    public boolean openMark() {
        return openMark.isSet();
    }

    /// Whether the open mark is neither absent nor one that a writer has set.
    public boolean openMarkAltered() {
        return openMark.isAltered();
    }

    /// Whether the session lists the symbol. A summary that is altered or lost, which cannot tell, is a
    /// [LedgerException].
    public boolean listed(int symbolId) {
        return summaries.listed(symbolId);
    }

    /// The columns of this ledger that are expected of a listed symbol, as [SlotColumn#bit()]s.
    public int expected(int symbolId) {
        return summaries.expected(symbolId);
    }

    /// The status counts of a listed symbol's column; counted from the rows when the summary's own are altered, or were
    /// cut short by a crash.
    public ColumnCounts counts(int symbolId, SlotColumn column) {
        return summaries.counts(symbolId, column);
    }

    /// Grows with every change of the column that others may depend on, never shrinks.
    public long changes(int symbolId, SlotColumn column) {
        return summaries.changes(symbolId, column);
    }

    /// What [#reconcile] last stored; 0 when it is altered.
    public long reconciled(int symbolId, SlotColumn column) {
        return summaries.reconciled(symbolId, column);
    }

    /// Lists a symbol: allocates its block and writes its row headers. Listing it again changes nothing.
    ///
    /// @param expected [SlotColumn#bit()]s; those of the other ledger are ignored
    public synchronized void list(int symbolId, int expected) {
        Objects.checkIndex(symbolId, symbols);
        if (listed(symbolId)) {
            return;
        }
        beforeStore();
        allocate(symbolId, symbolId + 1);
        KillPoint.LIST_ALLOCATED.reached();
        for (int minute = 0; minute < RowLayout.ROWS; minute++) {
            headers.write(symbolId, minute);
        }
        summaries.begin(symbolId, SlotColumn.of(kind));
        KillPoint.LIST_ROWS_STORED.reached();
        memory.setRelease(layout.summary().headOffset(symbolId), SummaryLayout.head(symbolId, expected & columnMask));
        KillPoint.LIST_PUBLISHED.reached();
        force.stored();
    }

    /// Gives the summaries and blocks of the symbols `[from, to)` their room on the disk; what has it is left as it is.
    void allocate(int from, int to) {
        SummaryLayout summary = layout.summary();
        try {
            storage.preallocate(region, summary.headOffset(from), (to - from) * summary.lengthBytes());
            storage.preallocate(region, layout.blockOffset(from), (to - from) * layout.blockLengthBytes());
        } catch (IOException e) {
            String symbols = to - from == 1 ? "" + from : from + "-" + (to - 1);
            throw new LedgerException(
                    "no room for another symbol [file=" + file + ", symbol_id=" + symbols + "]; free disk space", e);
        }
    }

    /// Lists a symbol again whose summary's head is altered or lost but whose rows are there. Only recovery, which then
    /// counts the summary anew, may call this.
    ///
    /// @param expected as in [#list]
    /// @return whether the head was altered or lost and is mended
    public synchronized boolean relist(int symbolId, int expected) {
        long offset = layout.summary().headOffset(symbolId);
        long head = memory.getAcquire(offset);
        boolean altered = head != 0
                && head != SummaryLayout.head(symbolId, SummaryLayout.expected(head))
                && headers.anyIsSound(symbolId);
        if (!altered && !orphans.has(symbolId)) {
            return false;
        }
        markOpen();
        memory.setRelease(offset, SummaryLayout.head(symbolId, expected & columnMask));
        return true;
    }

    /// The slot as one moment saw it.
    public Slot read(int symbolId, int minute, SlotColumn column) {
        requireHere(column);
        return protocol.read(readableRow(symbolId, minute) + (long) column.position() * SlotLayout.LENGTH_BYTES);
    }

    /// A cursor over a column.
    ///
    /// @param payloadExists whether a payload of the column's map may be pointed at
    public SlotCursor cursor(SlotColumn column, IntPredicate payloadExists) {
        requireHere(column);
        force.always();
        return new SlotCursor(this, column, payloadExists);
    }

    /// A reader of whole rows.
    public RowCursor rows() {
        return new RowCursor(this);
    }

    /// Moves a slot from a state that was read to a payload; the new word, or [SlotProtocol#LOST].
    public long fill(int symbolId, int minute, SlotColumn column, Slot from, PayloadMeta meta) {
        Reason reason = meta.knownEmpty() ? Reason.KNOWN_EMPTY : Reason.NONE;
        int to = SlotWord.state(SlotStatus.FILLED, reason, meta.payloadType());
        beforeStore();
        long word = protocol.write(
                slotOffset(symbolId, minute, column),
                from.word(),
                to,
                SlotView.payload(meta.payloadId(), meta.version()),
                meta.checksum(),
                meta.lastUpdatedNs());
        KillPoint.SLOT_FILLED.reached();
        return count(symbolId, column, from, to, word, true);
    }

    /// Claims a slot and keeps the payload that stands there; the new word, or [SlotProtocol#LOST].
    public long claim(int symbolId, int minute, SlotColumn column, Slot from, long nowNs) {
        int to = SlotWord.claimed(state(from));
        long word = keepPayload(symbolId, minute, column, from, to, nowNs);
        KillPoint.SLOT_CLAIMED.reached();
        return count(symbolId, column, from, to, word, false);
    }

    /// Gives a claim back: the status before the claim returns, an unfilled slot with a new reason.
    public long release(int symbolId, int minute, SlotColumn column, Slot claimed, Reason reason, long nowNs) {
        SlotStatus prior = SlotStatus.ofCode(SlotWord.priorCode(SlotWord.state(claimed.word())));
        Reason kept = prior == SlotStatus.EMPTY ? reason : claimed.reason();
        int to = SlotWord.state(prior, kept, claimed.payloadType());
        long word = keepPayload(symbolId, minute, column, claimed, to, nowNs);
        KillPoint.SLOT_RELEASED.reached();
        return count(symbolId, column, claimed, to, word, true);
    }

    /// Takes the payload away: the slot is blank but for its status and reason.
    public long blank(
            int symbolId, int minute, SlotColumn column, Slot from, SlotStatus status, Reason reason, long nowNs) {
        int to = SlotWord.state(status, reason, PayloadType.NONE);
        beforeStore();
        long word = protocol.write(slotOffset(symbolId, minute, column), from.word(), to, 0, 0, nowNs);
        KillPoint.SLOT_BLANKED.reached();
        return count(symbolId, column, from, to, word, true);
    }

    private long keepPayload(int symbolId, int minute, SlotColumn column, Slot from, int to, long nowNs) {
        beforeStore();
        return protocol.write(
                slotOffset(symbolId, minute, column),
                from.word(),
                to,
                SlotView.payload(from.payloadId(), from.version()),
                from.checksum(),
                nowNs);
    }

    private static int state(Slot slot) {
        return SlotWord.state(slot.status(), slot.reason(), slot.payloadType());
    }

    /// Remembers up to which sum of its inputs' change sequences a derived column is done. Single writer: the column's
    /// engine.
    public void reconcile(int symbolId, SlotColumn column, long changes) {
        if (reconciled(symbolId, column) != (changes & SummaryLayout.CHANGES_MASK)) {
            openMark.set();
            summaries.reconcile(symbolId, column, changes);
            force.stored();
        }
    }

    /// Makes every store so far durable.
    public void force() throws IOException {
        force.all();
    }

    /// Forces what has changed, and marks how far.
    public MatrixForce forcing() {
        return force;
    }

    /// Forces the file and takes the open mark off, unless a claim is still held.
    public void closeCleanly() throws IOException {
        try (region) {
            endCleanly();
        }
    }

    private void endCleanly() throws IOException {
        if (openMark.stored() && !summaries.anyPending(SlotColumn.of(kind))) {
            force();
            KillPoint.MATRIX_FORCED.reached();
            openMark.clear();
        }
    }

    @Override
    public void close() {
        region.close();
    }

    /// Marks the file open before a store to it.
    void markOpen() {
        openMark.set();
    }

    long slotOffset(int symbolId, int minute, SlotColumn column) {
        requireHere(column);
        return firstSlotOffset(symbolId, minute) + (long) column.position() * SlotLayout.LENGTH_BYTES;
    }

    /// The offset of the first slot of a row that can be read: its own header, beside the slots, says that the
    /// symbol is listed or about to be; the summary, which is another cache miss away, is asked only when that is
    /// altered.
    long readableRow(int symbolId, int minute) {
        Objects.checkIndex(symbolId, symbols);
        Objects.checkIndex(minute, RowLayout.ROWS);
        return headers.isNamed(symbolId, minute)
                ? layout.slotOffset(symbolId, minute, 0)
                : firstSlotOffset(symbolId, minute);
    }

    /// The offset of the first slot of a listed symbol's row.
    private long firstSlotOffset(int symbolId, int minute) {
        Objects.checkIndex(symbolId, symbols);
        Objects.checkIndex(minute, RowLayout.ROWS);
        if (!listed(symbolId)) {
            throw new IllegalArgumentException("the session does not list the symbol [symbol_id=" + symbolId
                    + ", session=" + session.date() + "]; list it first");
        }
        return layout.slotOffset(symbolId, minute, 0);
    }

    void requireHere(SlotColumn column) {
        if (column.ledger() != kind) {
            throw new IllegalArgumentException(
                    "the column is not in this ledger [column=" + column.label() + ", ledger=" + kind + "]");
        }
    }

    /// Before every store: refused once a force has failed, as nothing written afterwards would count as stored.
    void beforeStore() {
        if (storage.hasFailed()) {
            throw new LedgerException("the disk did not take what was written, so nothing more is [file=" + file
                    + "]; look at the disk, then start again");
        }
        markOpen();
    }

    MappedRegion region() {
        return region;
    }

    SlotMemory memory() {
        return memory;
    }

    SlotProtocol protocol() {
        return protocol;
    }

    SymbolSummaries summaries() {
        return summaries;
    }

    OrphanedRows orphans() {
        return orphans;
    }

    RowHeaders headers() {
        return headers;
    }

    RowLayout layout() {
        return layout;
    }

    TradingSession session() {
        return session;
    }

    private long count(int symbolId, SlotColumn column, Slot from, int to, long word, boolean change) {
        if (word != SlotProtocol.LOST) {
            SummaryDelta delta = new SummaryDelta();
            delta.add(state(from), to, change);
            summaries.apply(symbolId, column, delta);
            force.counted();
        }
        return word;
    }
}
