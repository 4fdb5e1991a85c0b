package io.m17.publication;

import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The rows that stand in the windows of one symbol's column for a whole session, in order of time, read through the
/// slots. Rows before the open come first where the column has them. Confined to one thread.
public final class WindowRows {
    private record Segment(int artifactId, long from, long to) {}

    private final ColumnBatch rows;
    private final int[] starts;
    private final int beforeOpen;

    private WindowRows(ColumnBatch rows, int[] starts, int beforeOpen) {
        this.rows = rows;
        this.starts = starts;
        this.beforeOpen = beforeOpen;
    }

    /// Reads the named columns.
    ///
    /// @param slots of the column, one a minute; those without a payload have no rows
    public static WindowRows read(
            ArtifactReaders readers,
            SessionLedger session,
            SlotColumn column,
            int symbolId,
            Slot[] slots,
            Schema schema,
            List<String> columns) {
        List<Segment> segments = new ArrayList<>();
        int beforeOpen = addBeforeOpen(session, column, symbolId, segments);
        int[] starts = new int[slots.length + 1];
        int row = beforeOpen;
        for (int minute = 0; minute < slots.length; minute++) {
            starts[minute] = row;
            Slot slot = slots[minute];
            if (slot.standing() && slot.reason() != Reason.KNOWN_EMPTY) {
                Origin origin = session.payload(slot).origin();
                add(segments, origin.artifactId(), origin.firstRow(), origin.rowCount());
                row += origin.rowCount();
            }
        }
        starts[slots.length] = row;
        return new WindowRows(read(readers, segments, schema, columns), starts, beforeOpen);
    }

    private static int addBeforeOpen(SessionLedger session, SlotColumn column, int symbolId, List<Segment> segments) {
        if (column != SlotColumn.TRADE && column != SlotColumn.QUOTE) {
            return 0;
        }
        OptionalInt shared = session.map(column.payloadType()).sharedRecord(symbolId, 0);
        if (shared.isEmpty()) {
            return 0;
        }
        Payload payload = session.map(column.payloadType()).read(shared.getAsInt());
        long firstTs = payload instanceof Payload.Trade trade ? trade.firstTs() : ((Payload.Quote) payload).firstTs();
        int rows = Math.toIntExact(firstTs);
        if (rows > 0) {
            add(segments, payload.origin().artifactId(), payload.origin().firstRow(), rows);
        }
        return rows;
    }

    private static void add(List<Segment> segments, int artifactId, long firstRow, int count) {
        Segment last = segments.isEmpty() ? null : segments.getLast();
        if (last != null && last.artifactId == artifactId && last.to == firstRow) {
            segments.set(segments.size() - 1, new Segment(artifactId, last.from, firstRow + count));
        } else {
            segments.add(new Segment(artifactId, firstRow, firstRow + count));
        }
    }

    private static ColumnBatch read(
            ArtifactReaders readers, List<Segment> segments, Schema schema, List<String> columns) {
        if (segments.size() == 1) {
            Segment only = segments.getFirst();
            return readers.reader(only.artifactId).read(columns, only.from, only.to);
        }
        List<Column> selected = columns.stream()
                .map(name -> schema.columns().get(schema.indexOf(name)))
                .toList();
        ColumnBatch all = new ColumnBatch(new Schema(schema.name(), selected));
        for (Segment segment : segments) {
            ColumnBatch part = readers.reader(segment.artifactId).read(columns, segment.from, segment.to);
            for (int row = 0; row < part.size(); row++) {
                all.appendFrom(part, row);
            }
        }
        return all;
    }

    /// The rows that were read.
    public ColumnBatch rows() {
        return rows;
    }

    /// How many of the rows, from the first on, are before the open.
    public int beforeOpen() {
        return beforeOpen;
    }

    /// The first row of a minute.
    public int from(int minute) {
        return starts[minute];
    }

    /// The row behind the last of a minute.
    public int to(int minute) {
        return starts[minute + 1];
    }
}
