package io.m17.benchmarks.table;

import io.m17.benchmarks.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/// The table on options alone.
public final class OptionTable implements Table {
    private final Scale scale;
    private final Lines lines = new Lines("bytes/op");

    public OptionTable(Scale scale) {
        this.scale = scale;
    }

    @Override
    public void measure() throws IOException, InterruptedException {
        lines.begin();
        new OptionRows(new JmhRun(scale), lines).measure();
    }

    @Override
    public boolean met() {
        return lines.met();
    }

    /// Writes nothing: the page has these lines in the day's table.
    @Override
    public void write(Path page, LocalDate date) {}
}
