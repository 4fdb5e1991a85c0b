package io.m17.ledger.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a calendar table: cells between `|`, a header line that must be as expected, `#` lines ignored.
final class TableFile {
    private TableFile() {}

    /// The rows of a table among this package's resources.
    static <T> List<T> read(String resource, String header, Function<List<String>, T> row) {
        try (InputStream in = TableFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "calendar table missing from the jar [table=" + resource + "], build it again");
            }
            return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8), header, row);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "calendar table unreadable [table=" + resource + "], build the jar again", e);
        }
    }

    /// The rows of a table's text; a malformed line is an [IllegalArgumentException] that names table and line.
    static <T> List<T> parse(String table, String text, String header, Function<List<String>, T> row) {
        List<T> rows = new ArrayList<>();
        List<String> columns = cells(header);
        boolean headerSeen = false;
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(line);
            if (cells.size() != columns.size() || (!headerSeen && !cells.equals(columns))) {
                throw malformed(table, i, line, "expected the columns " + header, null);
            }
            if (headerSeen) {
                rows.add(convert(table, i, line, cells, row));
            }
            headerSeen = true;
        }
        if (!headerSeen) {
            throw malformed(table, lines.size(), "", "expected the columns " + header, null);
        }
        return List.copyOf(rows);
    }

    private static <T> T convert(
            String table, int index, String line, List<String> cells, Function<List<String>, T> row) {
        try {
            return row.apply(cells);
        } catch (RuntimeException e) {
            throw malformed(table, index, line, String.valueOf(e.getMessage()), e);
        }
    }

    private static IllegalArgumentException malformed(
            String table, int index, String line, String why, @Nullable RuntimeException cause) {
        return new IllegalArgumentException(
                "malformed calendar table [table=" + table + ", line=" + (index + 1) + ", text=" + line + "]: " + why,
                cause);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
