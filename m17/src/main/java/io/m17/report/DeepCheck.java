package io.m17.report;

import io.m17.ledger.Ledger;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.check.Finding;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.ArtifactException;
import io.m17.market.artifact.ArtifactReader;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ContentChecksum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the rows behind every filled slot of a session again and holds their checksum against the slot's. Memory: the
/// rows of one run of windows, [#RUN_ROWS] or one window's, whichever is more. Confined to one thread.
public final class DeepCheck implements AutoCloseable {
    private static final int RUN_ROWS = 1 << 18;
    private static final int MOST_OPEN = 8;

    private record Cell(int minute, Slot slot, Origin origin) {
        long endRow() {
            return (long) origin.firstRow() + origin.rowCount();
        }
    }

    private final Ledger ledger;
    private final SessionLedger session;
    private final ContentChecksum checksums = new ContentChecksum();
    private final Map<Integer, ArtifactReader> readers = new LinkedHashMap<>(MOST_OPEN * 2, 0.75f, true);
    private final List<Finding> findings = new ArrayList<>();
    private long rows;

    public DeepCheck(Ledger ledger, SessionLedger session) {
        this.ledger = ledger;
        this.session = session;
    }

    /// Checks every symbol and column; returns what is wrong.
    public List<Finding> run() {
        session.listed().forEach(symbolId -> {
            for (SlotColumn column : SlotColumn.ALL) {
                if (column != SlotColumn.RF_RATE) {
                    check(column, symbolId);
                }
            }
        });
        return List.copyOf(findings);
    }

    /// How many rows were read.
    public long rows() {
        return rows;
    }

    private void check(SlotColumn column, int symbolId) {
        List<Cell> run = new ArrayList<>();
        for (int minute = 0; minute < session.minutes(); minute++) {
            Slot slot = session.slot(column, symbolId, minute);
            if (!slot.filled() || slot.knownEmpty()) {
                continue;
            }
            Cell cell = new Cell(minute, slot, session.payload(slot).origin());
            if (!run.isEmpty() && !continues(run, cell)) {
                checkRun(column, symbolId, run);
                run.clear();
            }
            run.add(cell);
        }
        if (!run.isEmpty()) {
            checkRun(column, symbolId, run);
        }
    }

    private static boolean continues(List<Cell> run, Cell cell) {
        Origin first = run.getFirst().origin();
        return cell.origin().artifactId() == first.artifactId()
                && cell.origin().firstRow() == run.getLast().endRow()
                && cell.endRow() - first.firstRow() <= RUN_ROWS;
    }

    private void checkRun(SlotColumn column, int symbolId, List<Cell> run) {
        int artifactId = run.getFirst().origin().artifactId();
        long from = run.getFirst().origin().firstRow();
        try {
            ColumnBatch batch = reader(artifactId).read(from, run.getLast().endRow());
            rows += batch.size();
            for (Cell cell : run) {
                int at = Math.toIntExact(cell.origin().firstRow() - from);
                int checksum = checksums.of(batch, at, at + cell.origin().rowCount());
                if (checksum != cell.slot().checksum()) {
                    found(
                            column,
                            symbolId,
                            cell.minute(),
                            "the rows have another checksum than the slot [rows=" + Json.hex(checksum) + ", slot="
                                    + Json.hex(cell.slot().checksum()) + "]");
                }
            }
        } catch (ArtifactException e) {
            found(column, symbolId, run.getFirst().minute(), String.valueOf(e.getMessage()));
        }
    }

    private void found(SlotColumn column, int symbolId, int minute, String what) {
        findings.add(new Finding(
                "session=" + session.session().date() + "/" + column.ledger().fileName(),
                session.symbols().symbol(symbolId) + " "
                        + session.window(minute).id() + " " + column.label(),
                what));
    }

    private ArtifactReader reader(int artifactId) {
        ArtifactReader known = readers.get(artifactId);
        if (known != null) {
            return known;
        }
        if (readers.size() == MOST_OPEN) {
            var eldest = readers.values().iterator();
            eldest.next().close();
            eldest.remove();
        }
        ArtifactReader opened = ArtifactReader.open(ledger.layout()
                .root()
                .resolve(session.artifacts().artifact(artifactId).uri()));
        readers.put(artifactId, opened);
        return opened;
    }

    @Override
    public void close() {
        readers.values().forEach(ArtifactReader::close);
        readers.clear();
    }
}
