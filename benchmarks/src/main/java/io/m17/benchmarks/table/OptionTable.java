package io.m17.benchmarks.table;

import io.m17.benchmarks.Scale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The table on options: measures and prints a line as soon as it is known.
public final class OptionTable {
    private final Scale scale;
    private final List<Row> rows = new ArrayList<>();

    public OptionTable(Scale scale) {
        this.scale = scale;
    }

    public void measure() throws IOException, InterruptedException {
        System.out.println(Machine.describe());
        System.out.print(Row.HEAD);
        new OptionRows(new JmhRun(scale), this::add).measure();
    }

    /// Whether every target is met.
    public boolean met() {
        return rows.stream().allMatch(Row::met);
    }

    private void add(Row row) {
        rows.add(row);
        System.out.print(row.markdown());
    }
}
