package io.m17.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Reads a small gzip CSV whole, by column name, with the plainest means: an independent eye on what was written.
final class GzipCsv {
    private final List<String> header;
    private final List<Row> rows = new ArrayList<>();

    private GzipCsv(List<String> header) {
        this.header = header;
    }

    /// One line's fields; `number` is the line's place among the data rows, from 0.
    final class Row {
        private final int number;
        private final List<String> fields;

        private Row(int number, List<String> fields) {
            this.number = number;
            this.fields = fields;
        }

        int number() {
            return number;
        }

        List<String> fields() {
            return fields;
        }

        boolean has(String column) {
            return header.contains(column);
        }

        String text(String column) {
            int index = header.indexOf(column);
            if (index < 0) {
                throw new AssertionError("no column " + column + " in " + header);
            }
            return fields.get(index);
        }

        long number(String column) {
            return Long.parseLong(text(column));
        }

        BigDecimal decimal(String column) {
            return new BigDecimal(text(column));
        }
    }

    static List<Row> read(Path path) throws IOException {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.US_ASCII))) {
            GzipCsv csv = new GzipCsv(List.of(reader.readLine().split(",")));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                csv.rows.add(csv.new Row(csv.rows.size(), split(line)));
                if (csv.rows.getLast().fields().size() != csv.header.size()) {
                    throw new AssertionError("field count of " + line);
                }
            }
            return csv.rows;
        }
    }

    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
