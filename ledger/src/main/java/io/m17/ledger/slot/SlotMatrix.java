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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// One ledger file of one session: symbols × 390 rows of slots, and a summary a symbol.
///
/// Thread-safe. Slots change by compare-and-swap only, summaries by atomic adds after the slot's store; a symbol's
/// block
/// is allocated on disk before its first store, so that a full disk is an error of [#list] and never a fault under a
/// store.
public final class SlotMatrix implements AutoCloseable {
    private static final long NANOS_PER_MINUTE = 60_000_000_000L;
    private static final int SUMMARY_ATTEMPTS = 64;

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

    private SlotMatrix(
            Path file,
            LedgerKind kind,
            TradingSession session,
            MappedRegion region,
            int symbols,
            int incarnation,
            FailStopStorage storage) {
        this.file = file;
        this.storage = storage;
        this.kind = kind;
        this.session = session;
        this.region = region;
        this.memory = new SegmentSlotMemory(region.segment());
        this.protocol = new SlotProtocol(memory, incarnation);
        this.openMark = new OpenMark(storage, region, memory, incarnation);
        this.layout = RowLayout.of(kind, symbols);
        this.symbols = symbols;
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
        RowLayout layout = RowLayout.of(kind, symbols);
        if (Files.exists(file)) {
            requireLength(file, Files.size(file), layout.fileLengthBytes(symbols));
        }
        MappedRegion region = MappedRegion.create(file, layout.fileLengthBytes(symbols), storage);
        try {
            SegmentSlotMemory memory = new SegmentSlotMemory(region.segment());
            if (!FileHeader.isWritten(memory)) {
                storage.preallocate(region, 0, FileHeader.LENGTH_BYTES);
                FileHeader.write(memory, kind, session, symbols);
                KillPoint.MATRIX_CREATED.reached();
            }
            int stored = FileHeader.check(memory, file, kind, session);
            return new SlotMatrix(file, kind, session, region, stored, incarnation, storage);
        } catch (RuntimeException | IOException e) {
            region.close();
            throw e;
        }
    }

    /// Maps a session's ledger file for reading, beside its writer or without one.
    ///
    /// @param incarnation of the lock's living holder, or 0
    public static SlotMatrix openReadOnly(Path file, LedgerKind kind, TradingSession session, int incarnation)
            throws IOException {
        MappedRegion region = MappedRegion.openReadOnly(file);
        try {
            if (region.sizeBytes() < FileHeader.LENGTH_BYTES) {
                throw wrongLength(file, region.sizeBytes(), FileHeader.LENGTH_BYTES);
            }
            int stored = FileHeader.check(new SegmentSlotMemory(region.segment()), file, kind, session);
            requireLength(file, region.sizeBytes(), RowLayout.of(kind, stored).fileLengthBytes(stored));
            return new SlotMatrix(
                    file, kind, session, region, stored, incarnation, new FailStopStorage(Storage.SYSTEM));
        } catch (RuntimeException e) {
            region.close();
            throw e;
        }
    }

    private static void requireLength(Path file, long lengthBytes, long wanted) {
        if (lengthBytes != wanted) {
            throw wrongLength(file, lengthBytes, wanted);
        }
    }

    private static LedgerException wrongLength(Path file, long lengthBytes, long wanted) {
        return new LedgerException("the ledger file was cut or lengthened [file=" + file + ", length_bytes="
                + lengthBytes + ", wanted=" + wanted + "]; m17 run sets the file aside and rebuilds it");
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

    /// Whether the session lists the symbol. An altered summary, which cannot tell, is a [LedgerException].
    public boolean listed(int symbolId) {
        return symbolId < symbols && head(symbolId) != 0;
    }

    /// The columns of this ledger that are expected of a listed symbol, as [SlotColumn#bit()]s.
    public int expected(int symbolId) {
        return SummaryLayout.expected(head(symbolId));
    }

    private long head(int symbolId) {
        long head = memory.getAcquire(layout.summary().headOffset(symbolId));
        if (head != 0 && head != SummaryLayout.head(symbolId, SummaryLayout.expected(head))) {
            throw new LedgerException("the head of a symbol's summary is altered [file=" + file + ", symbol_id="
                    + symbolId + "]; m17 run mends it");
        }
        return head;
    }

    /// Lists a symbol: allocates its block and writes its row headers. Listing it again changes nothing.
    ///
    /// @param expected [SlotColumn#bit()]s; those of the other ledger are ignored
    public synchronized void list(int symbolId, int expected) {
        Objects.checkIndex(symbolId, symbols);
        requireSound();
        if (listed(symbolId)) {
            return;
        }
        markOpen();
        allocate(symbolId);
        KillPoint.LIST_ALLOCATED.reached();
        for (int minute = 0; minute < RowLayout.ROWS; minute++) {
            writeRowHeader(symbolId, minute);
        }
        KillPoint.LIST_ROWS_STORED.reached();
        memory.setRelease(layout.summary().headOffset(symbolId), SummaryLayout.head(symbolId, expected & columnMask));
        KillPoint.LIST_PUBLISHED.reached();
    }

    /// Gives a symbol's summary and block their room on the disk; what has it is left as it is.
    void allocate(int symbolId) {
        try {
            storage.preallocate(
                    region,
                    layout.summary().headOffset(symbolId),
                    layout.summary().lengthBytes());
            storage.preallocate(region, layout.blockOffset(symbolId), layout.blockLengthBytes());
        } catch (IOException e) {
            throw new LedgerException(
                    "no room for another symbol [file=" + file + ", symbol_id=" + symbolId + "]; free disk space", e);
        }
    }

    /// Lists a symbol again whose summary's head is altered but whose rows are there. Only recovery, which then counts
    /// the summary anew, may call this.
    ///
    /// @param expected as in [#list]
    /// @return whether the head was altered and is mended
    public synchronized boolean relist(int symbolId, int expected) {
        long offset = layout.summary().headOffset(symbolId);
        long head = memory.getAcquire(offset);
        if (head == 0
                || head == SummaryLayout.head(symbolId, SummaryLayout.expected(head))
                || !anyRowHeaderIsSound(symbolId)) {
            return false;
        }
        markOpen();
        memory.setRelease(offset, SummaryLayout.head(symbolId, expected & columnMask));
        return true;
    }

    private boolean anyRowHeaderIsSound(int symbolId) {
        return IntStream.range(0, RowLayout.ROWS).anyMatch(minute -> rowHeaderIsSound(symbolId, minute));
    }

    /// The slot as one moment saw it.
    public Slot read(int symbolId, int minute, SlotColumn column) {
        return protocol.read(slotOffset(symbolId, minute, column));
    }

    /// A cursor over a column.
    ///
    /// @param payloadExists whether a payload of the column's map may be pointed at
    public SlotCursor cursor(SlotColumn column, IntPredicate payloadExists) {
        requireHere(column);
        return new SlotCursor(this, column, payloadExists);
    }

    /// A reader of whole rows.
    public RowCursor rows() {
        return new RowCursor(this);
    }

    /// Moves a slot from a state that was read to a payload; the new word, or [SlotProtocol#LOST].
    public long fill(int symbolId, int minute, SlotColumn column, Slot from, PayloadMeta meta) {
        Reason reason = meta.knownEmpty() ? Reason.KNOWN_EMPTY : Reason.NONE;
        openMark.set();
        long word = protocol.write(
                soundOffset(symbolId, minute, column),
                from.word(),
                SlotStatus.FILLED,
                SlotStatus.EMPTY,
                reason,
                meta.payloadType(),
                meta.payloadId(),
                meta.version(),
                meta.checksum(),
                meta.lastUpdatedNs());
        KillPoint.SLOT_FILLED.reached();
        return count(symbolId, column, from, SlotStatus.FILLED, reason, word, true);
    }

    /// Claims a slot and keeps the payload that stands there; the new word, or [SlotProtocol#LOST].
    public long claim(int symbolId, int minute, SlotColumn column, Slot from, long nowNs) {
        long word =
                keepPayload(symbolId, minute, column, from, SlotStatus.PENDING, from.status(), from.reason(), nowNs);
        KillPoint.SLOT_CLAIMED.reached();
        return count(symbolId, column, from, SlotStatus.PENDING, from.reason(), word, false);
    }

    /// Gives a claim back: the status before the claim returns, an unfilled slot with a new reason.
    public long release(int symbolId, int minute, SlotColumn column, Slot claimed, Reason reason, long nowNs) {
        SlotStatus prior = SlotWord.prior(claimed.word());
        Reason kept = prior == SlotStatus.EMPTY ? reason : claimed.reason();
        long word = keepPayload(symbolId, minute, column, claimed, prior, SlotStatus.EMPTY, kept, nowNs);
        KillPoint.SLOT_RELEASED.reached();
        return count(symbolId, column, claimed, prior, kept, word, true);
    }

    /// Takes the payload away: the slot is blank but for its status and reason.
    public long blank(
            int symbolId, int minute, SlotColumn column, Slot from, SlotStatus status, Reason reason, long nowNs) {
        openMark.set();
        long word = protocol.write(
                soundOffset(symbolId, minute, column),
                from.word(),
                status,
                SlotStatus.EMPTY,
                reason,
                PayloadType.NONE,
                0,
                0,
                0,
                nowNs);
        KillPoint.SLOT_BLANKED.reached();
        return count(symbolId, column, from, status, reason, word, true);
    }

    private long keepPayload(
            int symbolId,
            int minute,
            SlotColumn column,
            Slot from,
            SlotStatus status,
            SlotStatus prior,
            Reason reason,
            long nowNs) {
        openMark.set();
        return protocol.write(
                soundOffset(symbolId, minute, column),
                from.word(),
                status,
                prior,
                reason,
                from.payloadType(),
                from.payloadId(),
                from.version(),
                from.checksum(),
                nowNs);
    }

    /// The status counts of a listed symbol's column; counted from the rows when the summary's own are altered, or were
    /// cut short by a crash.
    public ColumnCounts counts(int symbolId, SlotColumn column) {
        long offset = layout.summary().columnOffset(symbolId, column.position());
        boolean expected = (expected(symbolId) & column.bit()) != 0;
        for (int attempt = 0; attempt < SUMMARY_ATTEMPTS; attempt++) {
            long packed = memory.getAcquire(offset + SummaryLayout.COUNTS);
            long knownEmpty = memory.getAcquire(offset + SummaryLayout.KNOWN_EMPTY);
            long changes = memory.getAcquire(offset + SummaryLayout.CHANGES);
            if (ColumnCounts.isSound(packed) && SummaryLayout.isSound(knownEmpty, changes)) {
                return ColumnCounts.unpack(packed, (int) knownEmpty & 0xFFFF, expected, session.minutes());
            }
            Thread.onSpinWait();
        }
        return counted(symbolId, column, expected);
    }

    private ColumnCounts counted(int symbolId, SlotColumn column, boolean expected) {
        long packed = 0;
        int knownEmpty = 0;
        for (int minute = 0; minute < RowLayout.ROWS; minute++) {
            Slot slot = protocol.read(layout.slotOffset(symbolId, minute, column.position()));
            packed += ColumnCounts.packed(slot.status());
            knownEmpty += slot.knownEmpty() ? 1 : 0;
        }
        return ColumnCounts.unpack(packed, knownEmpty, expected, session.minutes());
    }

    /// Grows with every change of the column that others may depend on, never shrinks. It stands twice, and the larger
    /// one counts: when one is altered, work is looked at once too often and never too seldom.
    public long changes(int symbolId, SlotColumn column) {
        long offset = layout.summary().columnOffset(symbolId, column.position());
        return SummaryLayout.changes(
                memory.getAcquire(offset + SummaryLayout.KNOWN_EMPTY),
                memory.getAcquire(offset + SummaryLayout.CHANGES));
    }

    /// What [#reconcile] last stored; 0 when it is altered.
    public long reconciled(int symbolId, SlotColumn column) {
        long word = memory.getAcquire(
                layout.summary().columnOffset(symbolId, column.position()) + SummaryLayout.RECONCILED);
        return word == SummaryLayout.reconciled(word) ? word & SummaryLayout.CHANGES_MASK : 0;
    }

    /// Remembers up to which sum of its inputs' change sequences a derived column is done. Single writer: the column's
    /// engine.
    public void reconcile(int symbolId, SlotColumn column, long changes) {
        if (reconciled(symbolId, column) == (changes & SummaryLayout.CHANGES_MASK)) {
            return;
        }
        openMark.set();
        memory.setRelease(
                layout.summary().columnOffset(symbolId, column.position()) + SummaryLayout.RECONCILED,
                SummaryLayout.reconciled(changes));
    }

    /// Makes every store so far durable.
    public void force() throws IOException {
        storage.force(region, 0, layout.fileLengthBytes(symbols));
    }

    /// Forces the file and takes the open mark off, unless a claim is still held.
    public void closeCleanly() throws IOException {
        try (region) {
            endCleanly();
        }
    }

    private void endCleanly() throws IOException {
        if (openMark.stored() && !anyPending()) {
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

    void writeRowHeader(int symbolId, int minute) {
        long offset = layout.rowOffset(symbolId, minute);
        long startNs = session.openNs() + minute * NANOS_PER_MINUTE;
        memory.set(offset + RowLayout.MAGIC_AND_IDENTITY, RowLayout.identity(symbolId));
        memory.set(offset + RowLayout.WINDOW, session.index() * (long) RowLayout.ROWS + minute);
        memory.set(offset + RowLayout.START_NS, startNs);
        memory.set(offset + RowLayout.END_NS, startNs + NANOS_PER_MINUTE);
    }

    boolean rowHeaderIsSound(int symbolId, int minute) {
        long offset = layout.rowOffset(symbolId, minute);
        long startNs = session.openNs() + minute * NANOS_PER_MINUTE;
        return memory.get(offset + RowLayout.MAGIC_AND_IDENTITY) == RowLayout.identity(symbolId)
                && memory.get(offset + RowLayout.WINDOW) == session.index() * (long) RowLayout.ROWS + minute
                && memory.get(offset + RowLayout.START_NS) == startNs
                && memory.get(offset + RowLayout.END_NS) == startNs + NANOS_PER_MINUTE;
    }

    long slotOffset(int symbolId, int minute, SlotColumn column) {
        requireHere(column);
        return firstSlotOffset(symbolId, minute) + (long) column.position() * SlotLayout.LENGTH_BYTES;
    }

    /// The offset of the first slot of a listed symbol's row.
    long firstSlotOffset(int symbolId, int minute) {
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

    void apply(int symbolId, SlotColumn column, SummaryDelta delta) {
        delta.applyTo(memory, layout.summary().columnOffset(symbolId, column.position()));
    }

    /// For stores: refused once a force has failed, as nothing written afterwards would count as stored.
    private long soundOffset(int symbolId, int minute, SlotColumn column) {
        requireSound();
        return slotOffset(symbolId, minute, column);
    }

    void requireSound() {
        if (storage.hasFailed()) {
            throw new LedgerException("the disk did not take what was written, so nothing more is [file=" + file
                    + "]; look at the disk, then start again");
        }
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

    RowLayout layout() {
        return layout;
    }

    TradingSession session() {
        return session;
    }

    private boolean anyPending() {
        List<SlotColumn> columns = SlotColumn.of(kind);
        for (int symbolId = 0; symbolId < symbols; symbolId++) {
            if (listed(symbolId)) {
                for (SlotColumn column : columns) {
                    if (counts(symbolId, column).pending() != 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private long count(
            int symbolId, SlotColumn column, Slot from, SlotStatus to, Reason reason, long word, boolean change) {
        if (word == SlotProtocol.LOST) {
            return word;
        }
        SummaryDelta delta = new SummaryDelta();
        delta.add(
                from.status(), from.knownEmpty(), to, to == SlotStatus.FILLED && reason == Reason.KNOWN_EMPTY, change);
        apply(symbolId, column, delta);
        return word;
    }
}
