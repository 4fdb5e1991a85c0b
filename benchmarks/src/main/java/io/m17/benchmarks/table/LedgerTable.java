package io.m17.benchmarks.table;

import io.m17.benchmarks.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/// The ledger's and the journal's table.
public final class LedgerTable implements Table {
    private final Scale scale;
    private final Lines lines = new Lines("bytes/op");

    public LedgerTable(Scale scale) {
        this.scale = scale;
    }

    @Override
    public void measure() throws IOException, InterruptedException {
        lines.begin();
        new Rows(new JmhRun(scale), lines).measure();
        new ProcessRows(scale, lines).measure();
    }

    @Override
    public boolean met() {
        return lines.met();
    }

    @Override
    public void write(Path page, LocalDate date) throws IOException {
        PerformancePage.write(page, PerformancePage.Part.LEDGER, lines.report(scale.runs(), date));
    }
}
