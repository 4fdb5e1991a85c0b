package io.m17.publication.source;

import io.m17.ledger.session.SessionLedger;
import io.m17.market.column.LongVector;
import io.m17.market.column.RowCarry;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntConsumer;

/// Brings the rows of one instrument back from the runs, a stretch of minutes after the other, each in
/// order of time: as many minutes as `mostRows` have room for, and never less than one. The columns of a
/// stretch are those of the one before it. Confined to one thread.
///
/// @param <C> the typed columns
final class Regrouping<C> implements Iterator<TimedRows<C>> {
    private final SessionLedger session;
    private final RunFiles runs;
    private final List<RunFiles.Segment> segments;
    private final List<MinuteIndex> indexes;
    private final MinuteIndex total;
    private final SourceRows<C> rows;
    private final RowCarry carry;
    private final int[] digests;
    private final int mostRows;
    private final IntConsumer broughtBack;
    private int minute;

    /// @param rows to bring them back to
    /// @param broughtBack takes the number of rows of each stretch
    Regrouping(
            SessionLedger session,
            RunFiles runs,
            List<RunFiles.Segment> segments,
            SourceRows<C> rows,
            int mostRows,
            IntConsumer broughtBack) {
        this.session = session;
        this.runs = runs;
        this.segments = segments;
        this.indexes = segments.stream().map(this::index).toList();
        this.total = MinuteIndex.sum(indexes);
        this.rows = rows;
        this.carry = rows.newCarry();
        this.digests = new int[session.minutes() + 1];
        this.mostRows = mostRows;
        this.broughtBack = broughtBack;
    }

    private MinuteIndex index(RunFiles.Segment segment) {
        LongVector times = runs.times(segment);
        return MinuteIndex.of(session, times, 0, times.size());
    }

    /// How many rows each minute has, as if all stood together.
    MinuteIndex total() {
        return total;
    }

    @Override
    public boolean hasNext() {
        return minute < session.minutes();
    }

    @Override
    public TimedRows<C> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the session is at its end [minutes=" + minute + "]");
        }
        int from = minute;
        boolean first = from == 0;
        rows.rows().clear();
        if (first) {
            readOutside();
        }
        minute = end(from);
        for (int i = 0; i < segments.size(); i++) {
            MinuteIndex index = indexes.get(i);
            runs.read(segments.get(i), index.from(from), index.to(minute - 1), rows.rows());
        }
        rows.sortTail(0);
        broughtBack.accept(rows.rows().size());
        MinuteIndex index =
                MinuteIndex.of(session, rows.sipTimestamp(), 0, rows.rows().size());
        if (first) {
            TimedRows.open(carry, index, digests);
        }
        TimedRows.accept(carry, index, from, minute, digests);
        return new TimedRows<>(rows, index, digests, from, minute);
    }

    private void readOutside() {
        for (int i = 0; i < segments.size(); i++) {
            MinuteIndex index = indexes.get(i);
            runs.read(segments.get(i), 0, index.beforeOpen(), rows.rows());
            runs.read(segments.get(i), index.to() - index.afterClose(), index.to(), rows.rows());
        }
    }

    /// The minute before which a stretch ends.
    private int end(int from) {
        int end = from + 1;
        long count = (long) rows.rows().size() + total.to(from) - total.from(from);
        while (end < session.minutes() && count + total.to(end) - total.from(end) <= mostRows) {
            count += total.to(end) - total.from(end);
            end++;
        }
        return end;
    }
}
