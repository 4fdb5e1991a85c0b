package io.m17.market.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimeOrderTest {
    private static final Schema SCHEMA = Schema.of(
            "test",
            Column.of("time", ColumnType.TIMESTAMP),
            Column.of("sequence", ColumnType.LONG).orNull(),
            Column.of("position", ColumnType.INT));

    private record Row(long time, long sequence, int position) {}

    @Property(tries = 300)
    void sortsTheTailLikeAStableSort(
            @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> times, @ForAll @IntRange(max = 20) int head) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            long sequence = i % 7 == 3 ? Column.NULL : times.get((i * 3) % times.size());
            rows.add(new Row(times.get(i), sequence, i));
        }
        int from = Math.min(head, rows.size());
        ColumnBatch batch = batch(rows);
        TimeOrder.sortTail(batch, batch.longs("time"), batch.longs("sequence"), from);
        List<Row> expected = new ArrayList<>(rows.subList(0, from));
        rows.subList(from, rows.size()).stream()
                .sorted(Comparator.comparingLong(Row::time).thenComparingLong(Row::sequence))
                .forEach(expected::add);
        assertEquals(expected, rows(batch));
    }

    @Test
    void leavesRowsInOrderAsTheyAre() {
        List<Row> rows = List.of(new Row(1, 5, 0), new Row(1, 5, 1), new Row(1, 6, 2), new Row(2, 1, 3));
        ColumnBatch batch = batch(rows);
        TimeOrder.sortTail(batch, batch.longs("time"), batch.longs("sequence"), 0);
        assertEquals(rows, rows(batch));
    }

    private static ColumnBatch batch(List<Row> rows) {
        ColumnBatch batch = new ColumnBatch(SCHEMA);
        for (Row row : rows) {
            batch.longs("time").append(row.time());
            batch.longs("sequence").append(row.sequence());
            batch.ints("position").append(row.position());
        }
        return batch;
    }

    private static List<Row> rows(ColumnBatch batch) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            rows.add(new Row(
                    batch.longs("time").get(i),
                    batch.longs("sequence").get(i),
                    batch.ints("position").get(i)));
        }
        return rows;
    }
}
