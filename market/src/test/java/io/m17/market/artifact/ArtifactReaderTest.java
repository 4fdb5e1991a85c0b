package io.m17.market.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ColumnType;
import io.m17.market.column.Schema;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ArtifactReaderTest {
    private static final ColumnBatch ROWS = Samples.random(7, 100, 0.5);

    @TempDir
    Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = directory.resolve("rows.parquet");
        Samples.write(file, ROWS, Samples.SMALL);
    }

    @Test
    void readsARangeAcrossPagesAndRowGroups() {
        try (ArtifactReader reader = ArtifactReader.open(file)) {
            ColumnBatch range = reader.read(List.of("id", "text"), 40, 60);
            assertEquals(
                    List.of("id", "text"),
                    range.schema().columns().stream().map(Column::name).toList());
            for (int row = 0; row < 20; row++) {
                assertEquals(ROWS.ids("id").get(40 + row), range.ids("id").get(row));
                assertEquals(
                        ROWS.texts("text").get(40 + row), range.texts("text").get(row));
            }
        }
    }

    @Test
    void anEmptyRangeIsAnEmptyBatch() {
        try (ArtifactReader reader = ArtifactReader.open(file)) {
            assertEquals(0, reader.read(100, 100).size());
            assertEquals(0, reader.read(48, 48).size());
        }
    }

    @Test
    void refusesRowsBeyondTheLast() {
        try (ArtifactReader reader = ArtifactReader.open(file)) {
            assertFails("no rows 0 to 101, only 100", () -> reader.read(0, 101));
            assertFails("no rows -1 to 5", () -> reader.read(-1, 5));
            assertFails("no rows 6 to 5", () -> reader.read(6, 5));
        }
    }

    @Test
    void refusesAColumnThatTheFileDoesNotHave() {
        try (ArtifactReader reader = ArtifactReader.open(file)) {
            assertFails("has no column prize", () -> reader.read(List.of("prize"), 0, 1));
        }
    }

    @Test
    void refusesAFileOfAnotherSchema() {
        Schema other = Schema.of("every_type", Column.of("long", ColumnType.LONG));
        assertFails("another schema", () -> ArtifactReader.open(file, other));
    }

    @Test
    void refusesAFileThatIsMissing() {
        assertFails("cannot be opened", () -> ArtifactReader.open(directory.resolve("none.parquet")));
    }

    @Test
    void refusesAFileThatIsNoParquet() throws IOException {
        Path text = Files.writeString(directory.resolve("text.parquet"), "no parquet at all, but long enough");
        assertFails("does not begin and end with PAR1", () -> ArtifactReader.open(text));
        Path empty = Files.createFile(directory.resolve("empty.parquet"));
        assertFails("too short", () -> ArtifactReader.open(empty));
    }

    @Test
    void refusesAParquetFileOfAnotherWriter() throws SQLException {
        Path foreign = directory.resolve("foreign.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 1 AS one) TO '" + foreign + "' (FORMAT parquet)");
        }
        assertFails("no artifact of m17", () -> ArtifactReader.open(foreign));
    }

    @Test
    void refusesAFileCutShortAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Path cut = directory.resolve("cut.parquet");
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThrows(ArtifactException.class, () -> ArtifactReader.open(cut));
        }
    }

    @Test
    void saysWhichColumnOfWhichFileIsDamaged() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(60);
            int old = bytes.read();
            bytes.seek(60);
            bytes.write(old ^ 0x10);
        }
        try (ArtifactReader reader = ArtifactReader.open(file)) {
            ArtifactException failure =
                    assertFails("the column long is damaged", () -> reader.read(List.of("long"), 0, 1));
            assertEquals(file, failure.file());
            assertTrue(String.valueOf(failure.getMessage()).contains(file.toString()));
            assertEquals(100, reader.read(List.of("int"), 0, 100).size(), "other columns are read all the same");
        }
    }

    @Test
    void digestsAWholeFileAsItsWriterDid() {
        Path again = directory.resolve("again.parquet");
        try (ArtifactWriter writer = ArtifactWriter.create(again, ROWS.schema())) {
            writer.append(ROWS);
            WrittenArtifact written = writer.finish();
            assertArrayEquals(written.sha256(), ArtifactReader.sha256(again));
            assertEquals(written.sha256Hex(), HexFormat.of().formatHex(ArtifactReader.sha256(again)));
        }
    }

    private static ArtifactException assertFails(String what, Executable action) {
        ArtifactException failure = assertThrows(ArtifactException.class, action);
        assertTrue(String.valueOf(failure.getMessage()).contains(what), failure.getMessage());
        return failure;
    }
}
