package io.m17.ledger.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the layout tables of `docs/format` against those in the layout classes: offset, size and field of every row.
final class LayoutDocTest {
    private static final Path ROOT = Path.of(System.getProperty("m17.root"));
    private static final List<String> LAYOUT = List.of("offset", "size", "field");
    private static final List<String> KINDS = List.of("kind", "at 40", "at 48", "at 56");

    @ParameterizedTest
    @CsvSource({
        "ledger-file.md, slot, FileHeader",
        "ledger-file.md, slot, SummaryLayout",
        "ledger-file.md, slot, RowLayout",
        "ledger-file.md, slot, SlotLayout",
        "payload-maps.md, payload, PayloadLayout",
        "payload-maps.md, payload, RateMap"
    })
    void tableInDocumentEqualsTableInSource(String document, String packageName, String type) throws IOException {
        List<List<String>> source = rows(comments(packageName, type), LAYOUT);
        assertFalse(source.isEmpty(), type + " has no layout table");
        assertEquals(source, rows(section(document, type), LAYOUT));
    }

    @Test
    void fieldsOfPayloadKindsEqualThoseInSource() throws IOException {
        List<List<String>> source = rows(comments("payload", "PayloadLayout"), KINDS);
        assertEquals(5, source.size(), "one row a kind of payload");
        assertEquals(source, rows(section("payload-maps.md", "PayloadLayout"), KINDS));
    }

    /// The `///` lines of a source file as text.
    private static List<String> comments(String packageName, String type) throws IOException {
        Path file = ROOT.resolve("ledger/src/main/java/io/m17/ledger")
                .resolve(packageName)
                .resolve(type + ".java");
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("///"))
                .map(line -> line.substring(3).strip())
                .toList();
    }

    /// The lines of a document's section whose heading names the type.
    private static List<String> section(String document, String type) throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("docs/format").resolve(document));
        List<String> section = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("## ")) {
                inside = line.endsWith("`" + type + "`");
            } else if (inside) {
                section.add(line.strip());
            }
        }
        assertFalse(section.isEmpty(), document + " has no section that names " + type);
        return section;
    }

    /// The rows below the table head that begins with these columns; further columns are left out.
    private static List<List<String>> rows(List<String> lines, List<String> head) {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            List<String> cells = cells(line);
            boolean table = cells.size() >= head.size();
            if (table && cells.subList(0, head.size()).equals(head)) {
                inside = true;
            } else if (!table) {
                inside = false;
            } else if (inside && !cells.getFirst().matches("[-: ]+")) {
                rows.add(cells.subList(0, head.size()));
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        if (!line.startsWith("|")) {
            return List.of();
        }
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
