package io.m17.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.m17.config.SettingsException;
import io.m17.ledger.SlotColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/// What a right run must produce of a simulated day: the counts of its `truth.json`.
public record Truth(long seed, LocalDate date, Map<SlotColumn, Count> columns) {

    /// What a column must hold.
    ///
    /// @param nonEmpty windows with at least one row
    public record Count(long expected, long nonEmpty, long rows) {}

    public static Truth read(Path file) {
        try {
            JsonNode document = new ObjectMapper().readTree(file.toFile());
            Map<SlotColumn, Count> columns = new EnumMap<>(SlotColumn.class);
            for (SlotColumn column : SlotColumn.ALL) {
                JsonNode count = document.required("columns").required(column.label());
                columns.put(
                        column,
                        new Count(
                                count.required("expected").longValue(),
                                count.required("non_empty").longValue(),
                                count.required("rows").longValue()));
            }
            return new Truth(
                    document.required("seed").longValue(),
                    LocalDate.parse(document.required("date").textValue()),
                    columns);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(
                    "not the truth of a simulated day [file=" + file + "]; remove the directory and simulate again", e);
        }
    }
}
