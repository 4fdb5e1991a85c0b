package io.m17.market.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Ranges of rows that are appended to another batch and cut off again, against lists of values.
final class VectorRangeTest {
    private static final Schema SCHEMA = Schema.of(
            "every",
            Column.of("long", ColumnType.LONG),
            Column.of("int", ColumnType.INT),
            Column.of("double", ColumnType.DOUBLE),
            Column.of("text", ColumnType.TEXT),
            Column.of("id", ColumnType.ID));

    private static ColumnBatch random(SplittableRandom random, int rows) {
        ColumnBatch batch = new ColumnBatch(SCHEMA);
        for (int row = 0; row < rows; row++) {
            batch.longs("long").append(random.nextLong());
            batch.ints("int").append(random.nextInt());
            batch.doubles("double").append(random.nextInt(4) == 0 ? Double.NaN : random.nextDouble());
            batch.texts("text").append("text" + random.nextInt(3));
            batch.ids("id").append("x".repeat(random.nextInt(4)) + row);
        }
        return batch;
    }

    private static List<List<Object>> rows(ColumnBatch batch) {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < batch.size(); row++) {
            rows.add(List.of(
                    batch.longs("long").get(row),
                    batch.ints("int").get(row),
                    batch.doubles("double").get(row),
                    batch.texts("text").get(row),
                    batch.ids("id").get(row)));
        }
        return rows;
    }

    @Property(tries = 300, seed = "19")
    void appendsARangeOfAnotherBatchAsItStands(
            @ForAll long seed, @ForAll @IntRange(max = 50) int before, @ForAll @IntRange(max = 50) int count) {
        SplittableRandom random = new SplittableRandom(seed);
        ColumnBatch batch = random(random, before);
        ColumnBatch other = random(random, count);
        int from = random.nextInt(count + 1);
        int to = from + random.nextInt(count - from + 1);
        List<List<Object>> expected = rows(batch);
        expected.addAll(rows(other).subList(from, to));
        batch.appendFrom(other, from, to);
        assertEquals(expected, rows(batch));
    }

    @Property(tries = 300, seed = "20")
    void goesOnBehindTheRowsThatATruncationLeaves(
            @ForAll long seed, @ForAll @IntRange(max = 50) int count, @ForAll @IntRange(max = 50) int more) {
        SplittableRandom random = new SplittableRandom(seed);
        ColumnBatch batch = random(random, count);
        int kept = random.nextInt(count + 1);
        ColumnBatch other = random(random, more);
        List<List<Object>> expected = new ArrayList<>(rows(batch).subList(0, kept));
        expected.addAll(rows(other));
        batch.truncate(kept);
        batch.appendFrom(other, 0, more);
        assertEquals(expected, rows(batch));
    }

    @Test
    void refusesToTruncateToMoreRowsThanThereAre() {
        ColumnBatch batch = random(new SplittableRandom(1), 3);
        assertThrows(IndexOutOfBoundsException.class, () -> batch.truncate(4));
        assertThrows(IndexOutOfBoundsException.class, () -> batch.truncate(-1));
    }
}
