package io.m17.proofs.faults;

import io.m17.journal.RecordLog;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.session.SessionLedger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a workload was told is done. Confined to one thread.
final class Promises {
    private record Cell(SlotColumn column, String symbol, int minute) {}

    private record State(SlotStatus status, int checksum) {}

    private final Map<Cell, State> cells = new LinkedHashMap<>();
    private final Map<Long, byte[]> records = new LinkedHashMap<>();
    private final FaultyStorage storage;
    private final List<String> failures;

    /// @param failures takes what was acknowledged though it must not be, and what is not as promised
    Promises(FaultyStorage storage, List<String> failures) {
        this.storage = storage;
        this.failures = failures;
    }

    /// The same promises, made before on another storage.
    Promises on(FaultyStorage later, List<String> found) {
        Promises copy = new Promises(later, found);
        copy.cells.putAll(cells);
        copy.records.putAll(records);
        return copy;
    }

    void slot(SlotColumn column, String symbol, int minute, SlotStatus status, int checksum) {
        if (storage.forceFailed()) {
            failures.add("a slot was " + status + " after a force had failed [column=" + column + ", minute=" + minute
                    + "]");
        }
        cells.put(new Cell(column, symbol, minute), new State(status, checksum));
    }

    void record(long number, byte[] body) {
        records.put(number, body);
    }

    /// How many slots were acknowledged.
    int slots() {
        return cells.size();
    }

    /// Checks every slot that was acknowledged.
    void check(SessionLedger session) {
        cells.forEach((cell, promised) -> {
            int symbolId = session.symbols().id(cell.symbol()).orElse(-1);
            if (symbolId < 0 || !session.listed(symbolId)) {
                failures.add("a symbol is lost [symbol=" + cell.symbol() + "]");
                return;
            }
            Slot slot = session.slot(cell.column(), symbolId, cell.minute());
            boolean sameContent = promised.status() != SlotStatus.FILLED || slot.checksum() == promised.checksum();
            if (slot.status() != promised.status() || !sameContent) {
                failures.add("a slot is not as it was acknowledged [cell=" + cell + ", promised=" + promised + ", is="
                        + slot + "]");
            }
        });
    }

    /// Checks every record that was acknowledged.
    void check(RecordLog log) {
        records.forEach((number, body) -> {
            if (number > log.count() || !Arrays.equals(body, log.read(number))) {
                failures.add("a record is lost [number=" + number + ", count=" + log.count() + "]");
            }
        });
    }
}
