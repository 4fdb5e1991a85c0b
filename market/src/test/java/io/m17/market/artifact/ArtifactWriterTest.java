package io.m17.market.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ColumnType;
import io.m17.market.column.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactWriterTest {
    private static final ColumnBatch ROWS = Samples.random(5, 100, 0.5);

    @TempDir
    Path directory;

    @Test
    void returnsWhatStandsOnTheDisk() throws IOException {
        Path file = directory.resolve("part-000001.parquet");
        try (ArtifactWriter writer = ArtifactWriter.create(file, ROWS.schema(), Samples.SMALL)) {
            writer.append(ROWS);
            writer.append(ROWS, 10, 20);
            WrittenArtifact written = writer.finish();
            assertEquals(file, written.file());
            assertEquals(110, written.rows());
            assertEquals(Files.size(file), written.lengthBytes());
            assertEquals(HexFormat.of().formatHex(Sha256.of(file)), written.sha256Hex());
        }
        assertEquals(List.of(file), filesThere());
    }

    @Test
    void theFileHasItsNameOnlyWhenItIsComplete() throws IOException {
        Path file = directory.resolve("part-000001.parquet");
        try (ArtifactWriter writer = ArtifactWriter.create(file, ROWS.schema(), Samples.SMALL)) {
            writer.append(ROWS);
            assertEquals(List.of(directory.resolve("part-000001.parquet.tmp")), filesThere());
            writer.finish();
            assertEquals(List.of(file), filesThere());
        }
    }

    @Test
    void nothingRemainsOfAFileThatWasNotFinished() throws IOException {
        Path file = directory.resolve("part-000001.parquet");
        try (ArtifactWriter writer = ArtifactWriter.create(file, ROWS.schema(), Samples.SMALL)) {
            writer.append(ROWS);
        }
        assertEquals(List.of(), filesThere());
    }

    @Test
    void aLeftoverOfACrashIsOverwritten() throws IOException {
        Path file = directory.resolve("part-000001.parquet");
        Files.writeString(directory.resolve("part-000001.parquet.tmp"), "x".repeat(1_000_000));
        Samples.write(file, ROWS, Samples.SMALL);
        assertEquals(List.of(file), filesThere());
        assertEquals(Samples.contentOf(ROWS), contentOf(file));
    }

    @Test
    void neverChangesAnArtifactThatExists() throws IOException {
        Path file = directory.resolve("part-000001.parquet");
        Files.writeString(file, "taken");
        assertThrows(ArtifactException.class, () -> ArtifactWriter.create(file, ROWS.schema()));
        Files.delete(file);
        try (ArtifactWriter writer = ArtifactWriter.create(file, ROWS.schema())) {
            Files.writeString(file, "taken meanwhile");
            assertThrows(ArtifactException.class, writer::finish);
        }
        assertEquals("taken meanwhile", Files.readString(file));
        assertEquals(List.of(file), filesThere());
    }

    @Test
    void equalRowsAreEqualBytes() throws IOException {
        Path one = directory.resolve("one.parquet");
        Path two = directory.resolve("two.parquet");
        Samples.write(one, Samples.random(9, 1_000, 0.5), ArtifactOptions.DEFAULT);
        Samples.write(two, Samples.random(9, 1_000, 0.5), ArtifactOptions.DEFAULT);
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    }

    @Test
    void refusesRowsOfAnotherSchema() {
        try (ArtifactWriter writer = ArtifactWriter.create(directory.resolve("a.parquet"), ROWS.schema())) {
            ColumnBatch other = new ColumnBatch(Schema.of("other", Column.of("long", ColumnType.LONG)));
            assertThrows(IllegalArgumentException.class, () -> writer.append(other));
            assertThrows(IllegalArgumentException.class, () -> writer.append(ROWS, 0, 101));
            writer.append(ROWS);
            assertEquals(100, writer.finish().rows(), "a batch that was refused does no harm");
        }
    }

    @Test
    void refusesABatchWithColumnsOfDifferentLength() {
        ColumnBatch ragged =
                new ColumnBatch(Schema.of("two", Column.of("a", ColumnType.LONG), Column.of("b", ColumnType.LONG)));
        ragged.longs("b").append(1);
        try (ArtifactWriter writer = ArtifactWriter.create(directory.resolve("a.parquet"), ragged.schema())) {
            assertThrows(IllegalArgumentException.class, () -> writer.append(ragged));
        }
    }

    @Test
    void aValueThatTheFormatCannotHoldEndsTheFile() throws IOException {
        refuses(Column.decimal("price", 6), 1_000_000_000_000_000_000L, 0);
        refuses(Column.of("late", ColumnType.BOOLEAN), 0, 2);
        assertEquals(List.of(), filesThere());
    }

    private void refuses(Column column, long longValue, int intValue) {
        ColumnBatch batch = new ColumnBatch(Schema.of("one", column));
        if (column.type() == ColumnType.BOOLEAN) {
            batch.ints(column.name()).append(intValue);
        } else {
            batch.longs(column.name()).append(longValue);
        }
        try (ArtifactWriter writer = ArtifactWriter.create(directory.resolve("a.parquet"), batch.schema())) {
            assertThrows(IllegalArgumentException.class, () -> {
                writer.append(batch);
                writer.finish();
            });
            assertThrows(IllegalStateException.class, () -> writer.append(batch));
            assertThrows(IllegalStateException.class, writer::finish);
        }
    }

    @Test
    void nothingRemainsOfAFileWhoseWritingFailed() throws IOException {
        Path file = directory.resolve("part-000001.parquet");
        try (ArtifactWriter writer = ArtifactWriter.create(file, ROWS.schema(), Samples.SMALL)) {
            writer.append(ROWS);
            Thread.currentThread().interrupt(); // closes the channel under the writer
            assertThrows(ArtifactException.class, writer::finish);
            assertTrue(Thread.interrupted());
            assertThrows(IllegalStateException.class, () -> writer.append(ROWS));
            assertThrows(IllegalStateException.class, writer::finish);
        }
        assertEquals(List.of(), filesThere());
    }

    @Test
    void refusesASchemaThatItCouldNotReadBack() {
        Schema nullableInt = Schema.of("one", Column.of("a", ColumnType.INT).orNull());
        assertThrows(
                IllegalArgumentException.class,
                () -> ArtifactWriter.create(directory.resolve("a.parquet"), nullableInt));
        assertFalse(Files.exists(directory.resolve("a.parquet.tmp")));
    }

    @Test
    void aDirectoryThatIsMissingIsAnArtifactException() {
        Path nowhere = directory.resolve("none").resolve("a.parquet");
        ArtifactException failure =
                assertThrows(ArtifactException.class, () -> ArtifactWriter.create(nowhere, ROWS.schema()));
        assertTrue(String.valueOf(failure.getMessage()).contains("cannot be created"), failure.getMessage());
    }

    private int contentOf(Path file) {
        try (ArtifactReader reader = ArtifactReader.open(file)) {
            return Samples.contentOf(reader.read(0, reader.rows()));
        }
    }

    private List<Path> filesThere() throws IOException {
        try (var files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
