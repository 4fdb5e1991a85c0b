package io.m17.market.condition;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a condition table in m17's own form: a line `version,<text>`, then CSV with the columns id, name,
/// updates_volume, updates_high_low, updates_open_close (`yes` or `no`) and sources.
final class TradeConditionsCsv {
    private static final String VERSION = "version,";

    private TradeConditionsCsv() {}

    static TradeConditions resource(String name) {
        try (InputStream stream = TradeConditionsCsv.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("a table is missing from the build [resource=" + name + "]");
            }
            return read(Path.of(name), new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a table cannot be read [resource=" + name + "]", e);
        }
    }

    /// A table that does not have the form is a [ConditionTableException] with the line.
    static TradeConditions read(Path file, Reader source) throws IOException {
        BufferedReader reader = new BufferedReader(source);
        String first = reader.readLine();
        if (first == null || !first.startsWith(VERSION)) {
            throw new ConditionTableException(
                    file, "line=1", "the first line of a condition table is its version, version,<text>", null);
        }
        List<TradeCondition> conditions = new ArrayList<>();
        try {
            for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(reader)) {
                conditions.add(condition(file, row));
            }
            if (conditions.isEmpty()) {
                throw new IllegalArgumentException("a condition table has conditions");
            }
            return TradeConditions.of(first.substring(VERSION.length()), conditions);
        } catch (CsvParseException | IllegalArgumentException | IllegalStateException e) {
            throw new ConditionTableException(file, "", String.valueOf(e.getMessage()), e);
        }
    }

    private static TradeCondition condition(Path file, NamedCsvRecord row) {
        try {
            return new TradeCondition(
                    Integer.parseInt(row.getField("id")),
                    row.getField("name"),
                    yes(row.getField("updates_volume")),
                    yes(row.getField("updates_high_low")),
                    yes(row.getField("updates_open_close")),
                    row.getField("sources"));
        } catch (RuntimeException e) {
            long line = row.getStartingLineNumber() + 1;
            throw new ConditionTableException(
                    file, "line=" + line, "a line of a condition table is malformed (" + e.getMessage() + ")", e);
        }
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("a rule is yes or no [rule=" + text + "]");
        };
    }
}
