package io.m17.ledger.slot;

import io.m17.journal.KillPoint;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at every byte of a ledger file and, when asked to, mends what it finds: a torn or altered slot becomes empty
/// with a reason, so that its engine fills it again; headers, padding and summaries are made anew.
///
/// Checking is safe beside a writer, which may let it see a summary in the middle of a change; mending needs the file
/// for itself. Confined to one thread.
public final class MatrixScan {
    private static final int SUMMARY_LOOKS = 3;
    private static final int MARK_LOOKS = 64;

    private final SlotMatrix matrix;
    private final SlotMemory memory;
    private final RowLayout layout;
    private final SlotResolver resolver;
    private final List<SlotColumn> columns;
    private final boolean mend;
    private final long nowNs;
    private final List<SlotTally> tallies;
    private final List<MatrixFault> faults = new ArrayList<>();

    private MatrixScan(SlotMatrix matrix, SlotResolver resolver, boolean mend, long nowNs) {
        this.matrix = matrix;
        this.memory = matrix.memory();
        this.layout = matrix.layout();
        this.resolver = resolver;
        this.columns = SlotColumn.of(matrix.kind());
        this.tallies = columns.stream().map(column -> new SlotTally()).toList();
        this.mend = mend;
        this.nowNs = nowNs;
    }

    /// What is wrong with the file; changes nothing.
    public static List<MatrixFault> check(SlotMatrix matrix, SlotResolver resolver) {
        return new MatrixScan(matrix, resolver, false, 0).run();
    }

    /// Mends what is wrong with the file, and says what it was.
    public static List<MatrixFault> mend(SlotMatrix matrix, SlotResolver resolver, long nowNs) {
        return new MatrixScan(matrix, resolver, true, nowNs).run();
    }

    private List<MatrixFault> run() {
        if (matrix.openMarkAltered()) {
            faults.add(MatrixFault.ofFile("the open mark is altered"));
        }
        if (mend) {
            matrix.markOpen();
            allocateListed();
        }
        zero(FileHeader.FIELDS_LENGTH_BYTES, FileHeader.OPEN_MARK, "the file header");
        durableMarks();
        for (int symbolId = 0; symbolId < matrix.symbols(); symbolId++) {
            symbol(symbolId);
        }
        zero(layout.summary().headOffset(matrix.symbols()), layout.blocksOffset(), "the summary's padding");
        unlistedBlocks();
        return faults;
    }

    private void durableMarks() {
        long from = FileHeader.OPEN_MARK + Long.BYTES;
        for (int copy = 0; copy < FileHeader.DURABLE_MARKS; copy++) {
            long offset = FileHeader.durableMarkOffset(copy);
            zero(from, offset, "the file header");
            from = offset + FileHeader.DURABLE_MARK_LENGTH_BYTES;
            if (!isMarkSound(copy)) {
                faults.add(MatrixFault.ofFile("a durable mark is altered, or was cut short"));
                if (mend) {
                    fillZero(offset, from);
                }
            }
        }
        zero(from, FileHeader.LENGTH_BYTES, "the file header");
    }

    private boolean isMarkSound(int copy) {
        for (int look = 1; look < MARK_LOOKS; look++) { // a writer may be storing it
            if (DurableMark.isSound(memory, copy)) {
                return true;
            }
            Thread.onSpinWait();
        }
        return DurableMark.isSound(memory, copy);
    }

    /// A listing may have reached the disk without the blocks that it stands for.
    private void allocateListed() {
        int from = 0;
        for (int symbolId = 0; symbolId <= matrix.symbols(); symbolId++) {
            boolean listed = symbolId < matrix.symbols()
                    && isHead(symbolId, memory.getAcquire(layout.summary().headOffset(symbolId)));
            if (!listed) {
                if (from < symbolId) {
                    matrix.allocate(from, symbolId);
                }
                from = symbolId + 1;
            }
        }
    }

    private static boolean isHead(int symbolId, long head) {
        return head != 0 && head == SummaryLayout.head(symbolId, SummaryLayout.expected(head));
    }

    private void symbol(int symbolId) {
        long headOffset = layout.summary().headOffset(symbolId);
        long head = memory.getAcquire(headOffset);
        if (head == 0) {
            if (!isZero(headOffset, headOffset + layout.summary().lengthBytes())) {
                unlisted(symbolId, headOffset);
            }
            return;
        }
        if (!isHead(symbolId, head)) {
            faults.add(MatrixFault.ofSymbol(symbolId, "the head of its summary is altered"));
            if (mend) {
                // What is expected of the symbol is not known here: it is no longer listed, see SlotMatrix.relist.
                fillZero(headOffset, headOffset + layout.summary().lengthBytes());
            }
            return;
        }
        zero(headOffset + Long.BYTES, headOffset + SummaryLayout.HEAD_LENGTH_BYTES, "a symbol's summary");
        rows(symbolId);
        for (SlotColumn column : columns) {
            summary(symbolId, column, tallies.get(column.position()));
        }
    }

    private void unlisted(int symbolId, long headOffset) {
        faults.add(MatrixFault.ofSymbol(symbolId, "the summary of a symbol that is not listed is not zero"));
        if (mend) {
            fillZero(headOffset, headOffset + layout.summary().lengthBytes());
        }
    }

    private void rows(int symbolId) {
        tallies.forEach(SlotTally::clear);
        for (int minute = 0; minute < RowLayout.ROWS; minute++) {
            if (!matrix.headers().isSound(symbolId, minute)) {
                faults.add(new MatrixFault(symbolId, minute, Optional.empty(), "the row's header is altered"));
                if (mend) {
                    matrix.headers().write(symbolId, minute);
                }
            }
            for (SlotColumn column : columns) {
                slot(symbolId, minute, column, tallies.get(column.position()));
            }
        }
        long end = layout.rowOffset(symbolId, 0) + RowLayout.ROWS * layout.rowLengthBytes();
        zero(end, layout.blockOffset(symbolId) + layout.blockLengthBytes(), "the padding of a symbol's rows");
    }

    /// Looks at a slot, and counts what stands there afterwards.
    private void slot(int symbolId, int minute, SlotColumn column, SlotTally tally) {
        long offset = layout.slotOffset(symbolId, minute, column.position());
        if (matrix.protocol().untouched(offset)) {
            return;
        }
        Slot slot = matrix.protocol().read(offset);
        Reason reason = slot.reason();
        boolean unusable = slot.status() == SlotStatus.EMPTY
                && slot.payloadId() == 0
                && (reason == Reason.TORN_WRITE || reason == Reason.DAMAGED)
                && !matrix.protocol().intact(offset);
        if (!unusable) {
            reason = slot.payloadId() == 0 ? Reason.NONE : resolver.fault(symbolId, minute, column, slot);
            if (reason == Reason.NONE) {
                if (mend && slot.status() == SlotStatus.PENDING) {
                    // A claim of this incarnation from before a wrap-around: its owner is gone.
                    matrix.release(symbolId, minute, column, slot, slot.reason(), nowNs);
                    slot = matrix.protocol().read(offset);
                }
                tally.add(slot);
                return;
            }
        }
        faults.add(new MatrixFault(symbolId, minute, Optional.of(column), reason.text()));
        if (mend) {
            Slot whole = reason == Reason.TORN_WRITE
                    ? restored(symbolId, minute, column, offset).orElse(empty(reason))
                    : empty(reason);
            matrix.protocol().overwrite(offset, whole);
            tally.add(whole);
            KillPoint.SLOT_MENDED.reached();
        } else {
            tally.add(slot);
        }
    }

    /// A write that was cut short did not touch the record that the slot stood for, and the one that it was to stand
    /// for is whole: whichever of them the slot names, it may stand for it. One that had taken the record out of the
    /// slot is carried to its end.
    private Optional<Slot> restored(int symbolId, int minute, SlotColumn column, long offset) {
        long payload = memory.get(offset + SlotLayout.PAYLOAD);
        long lastUpdatedNs = memory.get(offset + SlotLayout.LAST_UPDATED_NS);
        if (payload == 0) {
            return matrix.protocol().unpublishedBlank(offset).map(status -> blank(status, lastUpdatedNs));
        }
        return resolver.restored(
                symbolId, minute, column, (int) payload, (int) (payload >>> Integer.SIZE), lastUpdatedNs);
    }

    private static Slot blank(SlotStatus status, long lastUpdatedNs) {
        return new Slot(0, status, Reason.CLEARED_BY_OPERATOR, PayloadType.NONE, 0, 0, 0, lastUpdatedNs);
    }

    private Slot empty(Reason reason) {
        return new Slot(0, SlotStatus.EMPTY, reason, PayloadType.NONE, 0, 0, 0, nowNs);
    }

    /// Only a writer, which mending has not beside it, lets the slots be others than those that were counted.
    private void summary(int symbolId, SlotColumn column, SlotTally tally) {
        String fault = summaryFault(symbolId, column, tally);
        for (int look = 1; look < SUMMARY_LOOKS && !mend && !fault.isEmpty(); look++) {
            Thread.onSpinWait();
            tally.count(matrix.protocol(), layout, symbolId, column.position());
            fault = summaryFault(symbolId, column, tally);
        }
        if (!fault.isEmpty()) {
            faults.add(new MatrixFault(symbolId, -1, Optional.of(column), fault));
        }
    }

    private String summaryFault(int symbolId, SlotColumn column, SlotTally tally) {
        long offset = layout.summary().columnOffset(symbolId, column.position());
        long packed = tally.packed();
        int knownEmpty = tally.knownEmpty();
        long changes = matrix.changes(symbolId, column);
        long reconciled = memory.getAcquire(offset + SummaryLayout.RECONCILED);
        boolean sound = memory.getAcquire(offset + SummaryLayout.COUNTS) == packed
                && changes != 0
                && memory.getAcquire(offset + SummaryLayout.KNOWN_EMPTY)
                        == SummaryLayout.knownEmptyWord(knownEmpty, changes)
                && memory.getAcquire(offset + SummaryLayout.CHANGES) == SummaryLayout.changesWord(knownEmpty, changes)
                && reconciled == SummaryLayout.reconciled(reconciled);
        if (mend) {
            // The change sequence must not be one that a dependent column is reconciled with: go well past it.
            long fresh = (changes + (1L << 32)) & (SummaryLayout.CHANGES_MASK >>> 1);
            memory.set(offset + SummaryLayout.COUNTS, packed);
            memory.set(offset + SummaryLayout.KNOWN_EMPTY, SummaryLayout.knownEmptyWord(knownEmpty, fresh));
            memory.set(offset + SummaryLayout.CHANGES, SummaryLayout.changesWord(knownEmpty, fresh));
            memory.setRelease(offset + SummaryLayout.RECONCILED, 0);
            KillPoint.SUMMARY_MENDED.reached();
        }
        return sound ? "" : "the column's summary does not fit its slots";
    }

    private void unlistedBlocks() {
        int symbolId = matrix.orphans().nextWithRows(0);
        while (symbolId < matrix.symbols()) {
            if (memory.getAcquire(layout.summary().headOffset(symbolId)) == 0) {
                String what = "the block of symbol " + symbolId + ", which is not listed,";
                zero(layout.blockOffset(symbolId), layout.blockOffset(symbolId + 1), what);
            }
            symbolId = matrix.orphans().nextWithRows(symbolId + 1);
        }
    }

    private void zero(long from, long to, String what) {
        if (!isZero(from, to)) {
            faults.add(MatrixFault.ofFile(what + " has bytes that are not zero"));
            if (mend) {
                fillZero(from, to);
            }
        }
    }

    private boolean isZero(long from, long to) {
        for (long offset = from; offset < to; offset += Long.BYTES) {
            if (memory.get(offset) != 0) {
                return false;
            }
        }
        return true;
    }

    private void fillZero(long from, long to) {
        for (long offset = from; offset < to; offset += Long.BYTES) {
            memory.set(offset, 0);
        }
    }
}
