package io.m17.benchmarks.table;

import io.m17.benchmarks.Scale;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The ledger's and the journal's table: measures, prints a line as soon as it is known, and writes the page.
public final class LedgerTable {
    private static final String TEMPLATE = "performance.md";

    private final Scale scale;
    private final List<Row> rows = new ArrayList<>();

    public LedgerTable(Scale scale) {
        this.scale = scale;
    }

    public void measure() throws IOException, InterruptedException {
        System.out.println(Machine.describe());
        System.out.print(Row.HEAD);
        new Rows(new JmhRun(scale), this::add).measure();
        new ProcessRows(scale, this::add).measure();
    }

    /// Whether every target is met.
    public boolean met() {
        return rows.stream().allMatch(Row::met);
    }

    /// Puts table, machine and date into the page's template.
    public void write(Path page, LocalDate date) throws IOException {
        try (InputStream in = Objects.requireNonNull(LedgerTable.class.getResourceAsStream(TEMPLATE))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{date}}", date.toString())
                    .replace("{{machine}}", Machine.describe())
                    .replace("{{runs}}", scale.runs() == 1 ? "One run" : "Medians of " + scale.runs() + " runs")
                    .replace(
                            "{{table}}",
                            Row.HEAD + rows.stream().map(Row::markdown).collect(Collectors.joining()));
            Files.writeString(page, text);
        }
    }

    private void add(Row row) {
        rows.add(row);
        System.out.print(row.markdown());
    }
}
