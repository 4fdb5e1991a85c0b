package io.m17.market.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ColumnType;
import io.m17.market.column.ContentChecksum;
import io.m17.market.column.Schema;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactRoundTripTest {
    @TempDir
    Path directory;

    @Test
    void everyTypeComesBackInPagesAndRowGroupsOfDefaultSize() {
        ColumnBatch written = Samples.random(1, 300_000, 0.3);
        assertEquals(Samples.contentOf(written), Samples.contentOf(roundTrip(written, ArtifactOptions.DEFAULT)));
    }

    @Test
    void noRowsComeBackAsNoRows() {
        ColumnBatch read = roundTrip(new ColumnBatch(Samples.EVERY_TYPE), ArtifactOptions.DEFAULT);
        assertEquals(0, read.size());
        assertEquals(ContentChecksum.EMPTY, Samples.contentOf(read));
    }

    @Test
    void extremesOfIntegersComeBack() {
        ColumnBatch batch = new ColumnBatch(Schema.of(
                "extremes",
                Column.of("long", ColumnType.LONG),
                Column.of("long_or_null", ColumnType.LONG).orNull(),
                Column.of("int", ColumnType.INT),
                Column.decimal("decimal", 6)));
        for (long value : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            batch.longs("long").append(value);
            batch.longs("long_or_null").append(value);
            batch.ints("int").append((int) (value >>> 32));
            batch.longs("decimal").append(Math.clamp(value, -ArtifactFormat.MAX_DECIMAL, ArtifactFormat.MAX_DECIMAL));
        }
        ColumnBatch read = roundTrip(batch, Samples.SMALL);
        assertEquals(Samples.contentOf(batch), Samples.contentOf(read));
        assertEquals(Column.NULL, read.longs("long_or_null").get(0));
        assertEquals(Integer.MIN_VALUE, read.ints("int").get(0));
    }

    @Test
    void extremesOfDoublesComeBackBitForBit() {
        ColumnBatch batch = new ColumnBatch(Schema.of("doubles", Column.of("value", ColumnType.DOUBLE)));
        double[] values = {
            Double.NaN,
            0.0,
            -0.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.longBitsToDouble(0xFFF8_0000_0000_0001L),
            Math.PI
        };
        for (double value : values) {
            batch.doubles("value").append(value);
        }
        ColumnBatch read = roundTrip(batch, Samples.SMALL);
        for (int row = 0; row < values.length; row++) {
            assertEquals(
                    Double.doubleToLongBits(values[row]),
                    Double.doubleToRawLongBits(read.doubles("value").get(row)));
        }
        assertEquals(Samples.contentOf(batch), Samples.contentOf(read));
    }

    @Test
    void textsOfAllKindsComeBack() {
        ColumnBatch batch =
                new ColumnBatch(Schema.of("texts", Column.of("text", ColumnType.TEXT), Column.of("id", ColumnType.ID)));
        for (String text :
                new String[] {"", "NA", "NULL", "nan", "\u0000", "12,37", "\uD83D\uDCC8", "x".repeat(100_000)}) {
            batch.texts("text").append(text);
            batch.ids("id").append(text);
        }
        ColumnBatch read = roundTrip(batch, Samples.SMALL);
        for (int row = 0; row < batch.size(); row++) {
            assertEquals(batch.texts("text").get(row), read.texts("text").get(row));
            assertEquals(batch.ids("id").get(row), read.ids("id").get(row));
        }
    }

    @Test
    void aPageOfNullsAndAPageWithoutComeBack() {
        ColumnBatch batch = new ColumnBatch(
                Schema.of("nulls", Column.of("time", ColumnType.TIMESTAMP).orNull()));
        for (int row = 0; row < 40; row++) {
            batch.longs("time").append(row < 16 ? Column.NULL : row < 32 || row % 2 == 0 ? row : Column.NULL);
        }
        assertEquals(Samples.contentOf(batch), Samples.contentOf(roundTrip(batch, Samples.SMALL)));
    }

    @Test
    void codesThatNoRowUsesAreNotWritten() {
        ColumnBatch batch = new ColumnBatch(Schema.of("texts", Column.of("text", ColumnType.TEXT)));
        batch.texts("text").append("unused");
        batch.clear();
        batch.texts("text").append("used");
        ColumnBatch read = roundTrip(batch, ArtifactOptions.DEFAULT);
        assertEquals("used", read.texts("text").get(0));
        assertEquals(1, read.texts("text").dictionary().size());
    }

    private ColumnBatch roundTrip(ColumnBatch batch, ArtifactOptions options) {
        Path file = directory.resolve("batch.parquet");
        Samples.write(file, batch, options);
        try (ArtifactReader reader = ArtifactReader.open(file, batch.schema())) {
            return reader.read(0, reader.rows());
        }
    }
}
