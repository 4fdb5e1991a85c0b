package io.m17.market.artifact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnType;
import io.m17.market.column.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `docs/format/artifacts.md` says what the code does.
class ArtifactsDocTest {
    private final List<String> doc =
            Files.readAllLines(Path.of(System.getProperty("m17.root"), "docs", "format", "artifacts.md"));

    ArtifactsDocTest() throws IOException {}

    @Test
    void listsTheColumnsOfTheDerivedKinds() {
        for (Schema schema : List.of(AggressorColumns.SCHEMA, GreeksColumns.SCHEMA, AggregateColumns.SCHEMA)) {
            int columns = doc.indexOf(SchemaText.print(schema));
            assertTrue(columns > 0, "the columns of " + schema.name());
            List<String> before = doc.subList(columns - 3, columns);
            assertTrue(
                    before.stream().anyMatch(line -> line.startsWith("`" + schema.name() + "`")),
                    "the name before the columns of " + schema.name());
        }
    }

    @Test
    void listsTheEncodingOfEveryType() {
        for (ColumnType type : ColumnType.values()) {
            String parquet = ParquetTypes.message(Schema.of(
                            "any", type == ColumnType.DECIMAL ? Column.decimal("a", 6) : Column.of("a", type)))
                    .getColumns()
                    .getFirst()
                    .getPrimitiveType()
                    .getPrimitiveTypeName()
                    .name()
                    .replace("BINARY", "BYTE_ARRAY");
            String encoding = ArtifactFormat.encodingOf(type).name();
            assertTrue(
                    doc.stream()
                            .anyMatch(line -> line.startsWith("|")
                                    && line.contains(type.name())
                                    && line.contains("| " + parquet)
                                    && line.contains("| " + encoding + " |")),
                    type + " as " + parquet + " in " + encoding);
        }
    }

    @Test
    void listsTheKeysAndTheLayoutOfTheFooter() {
        String text = String.join("\n", doc);
        for (String key : List.of(
                ArtifactFormat.VERSION_KEY,
                ArtifactFormat.SCHEMA_KEY,
                ArtifactFormat.COLUMNS_KEY,
                ArtifactFormat.PAGE_ROWS_KEY,
                ArtifactFormat.LAYOUT_KEY)) {
            assertTrue(text.contains("| `" + key + "` |"), key);
        }
        assertTrue(text.contains("Row groups of 262 144 rows, pages of 16 384 rows"));
        assertTrue(ArtifactOptions.DEFAULT.rowGroupRows() == 262_144 && ArtifactOptions.DEFAULT.pageRows() == 16_384);
    }
}
