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

/// The rows that stand in the windows of one symbol's column, for a whole session or a stretch of its minutes, in order
/// of time, read through the slots. Rows before the open come before those of the first minute where the column has
/// them. Confined to one thread.
public final class WindowRows {
    private record Segment(int artifactId, long from, long to) {}

    private final ColumnBatch rows;
    private final int firstMinute;
    private final int[] starts;
    private final int beforeOpen;

    private WindowRows(ColumnBatch rows, int firstMinute, int[] starts, int beforeOpen) {
        this.rows = rows;
        this.firstMinute = firstMinute;
        this.starts = starts;
        this.beforeOpen = beforeOpen;
    }

    /// Reads the named columns of all minutes.
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
        return read(readers, session, column, symbolId, slots, schema, columns, 0, slots.length);
    }

    /// Reads those of minutes `[fromMinute, toMinute)`.
    static WindowRows read(
            ArtifactReaders readers,
            SessionLedger session,
            SlotColumn column,
            int symbolId,
            Slot[] slots,
            Schema schema,
            List<String> columns,
            int fromMinute,
            int toMinute) {
        List<Segment> segments = new ArrayList<>();
        int beforeOpen = fromMinute == 0 ? addBeforeOpen(session, column, symbolId, segments) : 0;
        int[] starts = new int[toMinute - fromMinute + 1];
        int row = beforeOpen;
        for (int minute = fromMinute; minute < toMinute; minute++) {
            starts[minute - fromMinute] = row;
            int count = count(session, slots[minute]);
            if (count > 0) {
                Origin origin = session.payload(slots[minute]).origin();
                add(segments, origin.artifactId(), origin.firstRow(), count);
                row += count;
            }
        }
        starts[starts.length - 1] = row;
        return new WindowRows(read(readers, segments, schema, columns), fromMinute, starts, beforeOpen);
    }

    /// How many rows stand in a window.
    static int count(SessionLedger session, Slot slot) {
        boolean any = slot.standing() && slot.reason() != Reason.KNOWN_EMPTY;
        return any ? session.payload(slot).origin().rowCount() : 0;
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
            all.appendFrom(part, 0, part.size());
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
        return starts[minute - firstMinute];
    }

    /// The row behind the last of a minute.
    public int to(int minute) {
        return starts[minute + 1 - firstMinute];
    }

    /// The first minute that was read.
    public int firstMinute() {
        return firstMinute;
    }

    /// The minute behind the last that was read.
    public int toMinute() {
        return firstMinute + starts.length - 1;
    }
}
