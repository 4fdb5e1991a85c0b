package io.m17.market.artifact;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ColumnType;
import io.m17.market.column.ContentChecksum;
import io.m17.market.column.Schema;
import java.nio.file.Path;
import java.util.Random;

/// Batches to write: every type of column, values from the ordinary to the extreme.
final class Samples {
    static final Schema EVERY_TYPE = Schema.of(
            "every_type",
            Column.of("long", ColumnType.LONG),
            Column.of("long_or_null", ColumnType.LONG).orNull(),
            Column.of("int", ColumnType.INT),
            Column.of("timestamp", ColumnType.TIMESTAMP),
            Column.of("timestamp_or_null", ColumnType.TIMESTAMP).orNull(),
            Column.of("date", ColumnType.DATE),
            Column.decimal("decimal", 6),
            Column.decimal("decimal_or_null", 2).orNull(),
            Column.of("double", ColumnType.DOUBLE),
            Column.of("boolean", ColumnType.BOOLEAN),
            Column.of("text", ColumnType.TEXT),
            Column.of("id", ColumnType.ID));

    static final ArtifactOptions SMALL = new ArtifactOptions(1, 16, 48);

    private Samples() {}

    /// Rows of every type; `wildness` 0 gives steady values, 1 any bits.
    static ColumnBatch random(long seed, int rows, double wildness) {
        Random random = new Random(seed);
        ColumnBatch batch = new ColumnBatch(EVERY_TYPE);
        for (int row = 0; row < rows; row++) {
            boolean wild = random.nextDouble() < wildness;
            appendRow(batch, random, row, wild);
        }
        return batch;
    }

    private static void appendRow(ColumnBatch batch, Random random, int row, boolean wild) {
        long any = wild ? random.nextLong() : row * 1_000L + random.nextInt(7);
        batch.longs("long").append(any);
        batch.longs("long_or_null").append(random.nextInt(4) == 0 ? Column.NULL : any + 1);
        batch.ints("int").append(wild ? random.nextInt() : row % 5);
        batch.longs("timestamp").append(wild ? any : 1_748_871_000_000_000_000L + row * 12_345L);
        batch.longs("timestamp_or_null").append(random.nextBoolean() ? Column.NULL : any);
        batch.ints("date").append(wild ? random.nextInt(-700_000, 2_900_000) : 20_241);
        batch.longs("decimal").append(wild ? any / 10 : 114_125_000L + random.nextInt(9) * 10_000L);
        batch.longs("decimal_or_null").append(random.nextInt(3) == 0 ? Column.NULL : row);
        batch.doubles("double").append(wild ? Double.longBitsToDouble(any) : row / 8.0);
        batch.ints("boolean").append(random.nextInt(2));
        batch.texts("text").append(wild ? "wild " + random.nextInt(40) : "calm");
        batch.ids("id").append(wild ? "größer-" + any : Integer.toString(row));
    }

    static void write(Path file, ColumnBatch batch, ArtifactOptions options) {
        try (ArtifactWriter writer = ArtifactWriter.create(file, batch.schema(), options)) {
            writer.append(batch);
            writer.finish();
        }
    }

    static int contentOf(ColumnBatch batch) {
        return new ContentChecksum().of(batch, 0, batch.size());
    }

    static int contentOf(ColumnBatch batch, int from, int to) {
        return new ContentChecksum().of(batch, from, to);
    }
}
