package io.m17.publication;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.column.Schema;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// The rows that stand in the windows of one symbol's column, a stretch of consecutive minutes after the other: as many
/// as `mostRows` have room for, and never less than one. For who needs them once, in order of time, and not all at the
/// same time. Confined to one thread.
public final class WindowStretches implements Iterator<WindowRows> {
    private final ArtifactReaders readers;
    private final SessionLedger session;
    private final SlotColumn column;
    private final int symbolId;
    private final Slot[] slots;
    private final Schema schema;
    private final List<String> columns;
    private final int mostRows;
    private int minute;

    /// @param slots of the column, one a minute; those without a payload have no rows
    /// @param columns to read
    public WindowStretches(
            ArtifactReaders readers,
            SessionLedger session,
            SlotColumn column,
            int symbolId,
            Slot[] slots,
            Schema schema,
            List<String> columns,
            int mostRows) {
        this.readers = readers;
        this.session = session;
        this.column = column;
        this.symbolId = symbolId;
        this.slots = slots;
        this.schema = schema;
        this.columns = columns;
        this.mostRows = mostRows;
    }

    @Override
    public boolean hasNext() {
        return minute < slots.length;
    }

    @Override
    public WindowRows next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the session is at its end [minutes=" + minute + "]");
        }
        int from = minute;
        long rows = WindowRows.count(session, slots[minute++]);
        while (minute < slots.length && rows + WindowRows.count(session, slots[minute]) <= mostRows) {
            rows += WindowRows.count(session, slots[minute++]);
        }
        return WindowRows.read(readers, session, column, symbolId, slots, schema, columns, from, minute);
    }
}
