package io.m17.ledger.slot;

import io.m17.ledger.LedgerException;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.calendar.TradingSession;
import java.nio.file.Path;
import java.util.List;

/// What a ledger file knows of its symbols without looking at their rows, see [SummaryLayout]. Thread-safe: counts and
/// change sequences grow by atomic adds, after the slot's store.
record SymbolSummaries(
        Path file,
        TradingSession session,
        SlotMemory memory,
        SlotProtocol protocol,
        RowLayout layout,
        OrphanedRows orphans,
        int symbols) {
    private static final int ATTEMPTS = 64;

    /// Stores the counts of a symbol that is about to be listed, of whose slots nothing is known.
    void begin(int symbolId, List<SlotColumn> columns) {
        for (SlotColumn column : columns) {
            long offset = columnOffset(symbolId, column);
            memory.set(offset + SummaryLayout.COUNTS, 0);
            memory.set(
                    offset + SummaryLayout.KNOWN_EMPTY, SummaryLayout.knownEmptyWord(0, SummaryLayout.FIRST_CHANGES));
            memory.set(offset + SummaryLayout.CHANGES, SummaryLayout.changesWord(0, SummaryLayout.FIRST_CHANGES));
            memory.set(offset + SummaryLayout.RECONCILED, 0);
        }
    }

    /// Whether the session lists the symbol. A head that is altered or lost, which cannot tell, is a
    /// [LedgerException].
    boolean listed(int symbolId) {
        return symbolId < symbols && head(symbolId) != 0;
    }

    /// The columns expected of a symbol, as [SlotColumn#bit()]s; none of one that is not listed.
    int expected(int symbolId) {
        return SummaryLayout.expected(head(symbolId));
    }

    private long head(int symbolId) {
        long head = memory.getAcquire(layout.summary().headOffset(symbolId));
        if (head == 0) {
            return headOfRows(symbolId);
        }
        if (head != SummaryLayout.head(symbolId, SummaryLayout.expected(head))) {
            throw unknown("altered", symbolId);
        }
        return head;
    }

    /// A head that was zero: that of a symbol that is not listed, or is in the middle of its listing.
    private long headOfRows(int symbolId) {
        if (!orphans.contains(symbolId)) {
            return 0;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long head = memory.getAcquire(layout.summary().headOffset(symbolId));
            if (head != 0) {
                return head;
            }
            Thread.onSpinWait();
        }
        throw unknown("lost", symbolId);
    }

    private LedgerException unknown(String what, int symbolId) {
        return new LedgerException("the head of a symbol's summary is " + what + " [file=" + file + ", symbol_id="
                + symbolId + "]; m17 run mends it");
    }

    /// The status counts of a symbol's column, none of one that is not listed; counted from the rows when the summary's
    /// own are altered, or were cut short by a crash.
    ColumnCounts counts(int symbolId, SlotColumn column) {
        long head = head(symbolId);
        if (head == 0) {
            return ColumnCounts.NONE;
        }
        long offset = columnOffset(symbolId, column);
        boolean expected = (SummaryLayout.expected(head) & column.bit()) != 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
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
        SlotTally tally = new SlotTally();
        tally.count(protocol, layout, symbolId, column.position());
        return ColumnCounts.unpack(tally.packed(), tally.knownEmpty(), expected, session.minutes());
    }

    /// Whether any symbol has a claim in one of the columns, or a summary that cannot tell.
    boolean anyPending(List<SlotColumn> columns) {
        for (int symbolId = 0; symbolId < symbols; symbolId++) {
            try {
                if (listed(symbolId) && anyPending(symbolId, columns)) {
                    return true;
                }
            } catch (LedgerException unknown) {
                return true;
            }
        }
        return false;
    }

    private boolean anyPending(int symbolId, List<SlotColumn> columns) {
        return columns.stream().anyMatch(column -> counts(symbolId, column).pending() != 0);
    }

    /// Grows with every change of the column that others may depend on, never shrinks. It stands twice, and the larger
    /// one counts: when one is altered, work is looked at once too often and never too seldom.
    long changes(int symbolId, SlotColumn column) {
        long offset = columnOffset(symbolId, column);
        return SummaryLayout.changes(
                memory.getAcquire(offset + SummaryLayout.KNOWN_EMPTY),
                memory.getAcquire(offset + SummaryLayout.CHANGES));
    }

    /// What [#reconcile] last stored; 0 when it is altered.
    long reconciled(int symbolId, SlotColumn column) {
        long word = memory.getAcquire(columnOffset(symbolId, column) + SummaryLayout.RECONCILED);
        return word == SummaryLayout.reconciled(word) ? word & SummaryLayout.CHANGES_MASK : 0;
    }

    void reconcile(int symbolId, SlotColumn column, long changes) {
        memory.setRelease(columnOffset(symbolId, column) + SummaryLayout.RECONCILED, SummaryLayout.reconciled(changes));
    }

    void apply(int symbolId, SlotColumn column, SummaryDelta delta) {
        delta.applyTo(memory, columnOffset(symbolId, column));
    }

    private long columnOffset(int symbolId, SlotColumn column) {
        return layout.summary().columnOffset(symbolId, column.position());
    }
}
