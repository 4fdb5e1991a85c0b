package io.m17.proofs.corruption;

import io.m17.ledger.Ledger;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.check.LedgerDigest;
import io.m17.ledger.session.SessionLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the ledger says of every window of a session, without ids and times.
///
/// @param digests a hash a column
record Cells(List<Cell> cells, Map<SlotColumn, String> digests) {
    /// @param checksum of the content, 0 when there is none
    record Cell(String symbol, SlotColumn column, int minute, SlotStatus status, int checksum) {}

    static Cells of(SealedState state) {
        try (Ledger ledger = Ledger.openReadOnly(state.options())) {
            SessionLedger session = ledger.session(state.date());
            List<Cell> cells = new ArrayList<>();
            session.listed()
                    .forEach(symbolId -> SlotColumn.ALL.forEach(column -> {
                        for (int minute = 0; minute < session.minutes(); minute++) {
                            Slot slot = session.slot(column, symbolId, minute);
                            cells.add(new Cell(
                                    session.symbols().symbol(symbolId),
                                    column,
                                    minute,
                                    slot.status(),
                                    slot.filled() ? slot.checksum() : 0));
                        }
                    }));
            return new Cells(cells, LedgerDigest.of(session));
        }
    }

    /// The cells that are not as they were, each as `was -> is`; a cell that is not there any more counts.
    List<Difference> differences(Cells now) {
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(cells.size(), now.cells.size()); i++) {
            Cell was = i < cells.size() ? cells.get(i) : now.cells.get(i);
            Cell is = i < now.cells.size()
                    ? now.cells.get(i)
                    : new Cell(was.symbol, was.column, was.minute, SlotStatus.EMPTY, 0);
            if (!was.equals(is)) {
                differences.add(new Difference(was, is));
            }
        }
        return differences;
    }

    record Difference(Cell was, Cell is) {
        /// Whether the cell just lost its content, so that its engine fills it again.
        boolean isLoss() {
            return is.status == SlotStatus.EMPTY && is.symbol.equals(was.symbol) && is.minute == was.minute;
        }
    }
}
