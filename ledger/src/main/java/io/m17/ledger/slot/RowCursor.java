package io.m17.ledger.slot;

import io.m17.ledger.LedgerKind;
import io.m17.ledger.SlotColumn;
import java.util.List;

/// Reads whole rows of a ledger without allocating: one object for all of them. Each slot is as one moment saw it, the
/// row is not a snapshot of one moment. Confined to one thread.
public final class RowCursor {
    private final SlotMatrix matrix;
    private final SlotProtocol protocol;
    private final SlotView[] slots;

    RowCursor(SlotMatrix matrix) {
        this.matrix = matrix;
        this.protocol = matrix.protocol();
        List<SlotColumn> columns = SlotColumn.of(matrix.kind());
        this.slots = columns.stream().map(column -> new SlotView()).toArray(SlotView[]::new);
    }

    /// Reads a row.
    public void at(int symbolId, int minute) {
        long offset = matrix.readableRow(symbolId, minute);
        for (int position = 0; position < slots.length; position++) {
            protocol.read(offset + (long) position * SlotLayout.LENGTH_BYTES, slots[position]);
        }
    }

    /// A slot of the row that was read last; the same object for every row.
    public SlotView slot(SlotColumn column) {
        matrix.requireHere(column);
        return slots[column.position()];
    }

    public LedgerKind kind() {
        return matrix.kind();
    }
}
