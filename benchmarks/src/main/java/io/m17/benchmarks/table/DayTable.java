package io.m17.benchmarks.table;

import io.m17.benchmarks.DayScale;
import io.m17.benchmarks.Scale;
import io.m17.benchmarks.day.GeneratedDay;
import io.m17.benchmarks.day.Taken;
import io.m17.market.flatfile.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;

/// The day's table: whole days by processes of their own, and the kernels that they are made of.
public final class DayTable implements Table {
    /// The property that names the flat files of the sample.
    private static final String SAMPLE = "m17.sample";

    private final DayScale dayScale;
    private final Scale scale;
    private final Lines lines = new Lines("memory");

    /// @param scale of what JMH measures
    public DayTable(DayScale dayScale, Scale scale) {
        this.dayScale = dayScale;
        this.scale = scale;
    }

    @Override
    public void measure() throws IOException, InterruptedException, SQLException {
        lines.begin();
        DayRows days = new DayRows(dayScale, lines);
        KernelRows kernels = new KernelRows(dayScale, lines);
        Taken small = small(days, kernels);
        kernels.inMemory();
        new OptionRows(new JmhRun(scale), lines).measure();
        days.large(small);
        days.optionQuotes();
    }

    private Taken small(DayRows days, KernelRows kernels) throws IOException, InterruptedException, SQLException {
        GeneratedDay day = GeneratedDay.simulate(dayScale.trades(), dayScale.quotes());
        try {
            Taken taken = days.generated(day);
            days.sample(Path.of(System.getProperty(SAMPLE, "../shared/data/flat")));
            kernels.parse(day.files().file(Dataset.STOCK_QUOTES));
            return taken;
        } finally {
            day.delete();
        }
    }

    @Override
    public boolean met() {
        return lines.met();
    }

    @Override
    public void write(Path page, LocalDate date) throws IOException {
        PerformancePage.write(page, PerformancePage.Part.DAY, lines.report(dayScale.runs(), date));
    }
}
