package io.m17.benchmarks.table;

import io.m17.benchmarks.DayScale;
import io.m17.benchmarks.day.Completeness;
import io.m17.benchmarks.day.GeneratedDay;
import io.m17.benchmarks.day.LargeDay;
import io.m17.benchmarks.day.OptionQuoteFile;
import io.m17.benchmarks.day.Taken;
import io.m17.benchmarks.day.VendorDay;
import io.m17.benchmarks.day.WholeDay;
import io.m17.market.flatfile.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The lines on whole days, which processes of their own work on. A day that is not as it must be misses its target.
final class DayRows {
    private static final double GENERATED_RATIO = 2;
    private static final double SAMPLE_RATIO = 1.2;
    private static final double LARGE_TIMES = 22;
    private static final int MINUTES = 390;

    /// The session of the sample that has trades and quotes. Of one of its instruments, SPY, there are no quotes.
    private static final LocalDate SAMPLE_DATE = LocalDate.of(2013, 10, 7);

    private static final Completeness SAMPLE =
            new Completeness(Set.of(), Map.of("quote_ref", (long) MINUTES, "aggressor_ref", (long) MINUTES));

    /// Of a day with option quotes alone, nothing else can be had, nor the quotes of the underlyings,
    /// which are listed with their chains.
    private static final Completeness QUOTES =
            new Completeness(Set.of("quote_ref"), Map.of("quote_ref", (long) OptionQuoteFile.chains() * MINUTES));

    private final DayScale scale;
    private final Consumer<Row> taker;

    DayRows(DayScale scale, Consumer<Row> taker) {
        this.scale = scale;
        this.taker = taker;
    }

    /// The generated day; gives what m17 took for it.
    Taken generated(GeneratedDay day) throws IOException, InterruptedException, SQLException {
        WholeDay.Result result = WholeDay.measure(day.files(), Completeness.WHOLE, scale.runs());
        besideDuckDb("whole day: " + day.name(), result, GENERATED_RATIO);
        return result.ours();
    }

    /// The sample of a real day, where it is there.
    void sample(Path flatfiles) throws IOException, InterruptedException, SQLException {
        VendorDay day = new VendorDay(flatfiles, SAMPLE_DATE);
        if (Files.exists(day.file(Dataset.STOCK_TRADES)) && Files.exists(day.file(Dataset.STOCK_QUOTES))) {
            WholeDay.Result result = WholeDay.measure(day, SAMPLE, scale.runs());
            besideDuckDb("the same of the sample, session " + SAMPLE_DATE, result, SAMPLE_RATIO);
        }
    }

    private void besideDuckDb(String work, WholeDay.Result result, double target) {
        Taken theirs = result.theirs();
        taker.accept(new Row(
                work + Words.faults(result.faults()),
                took(result.ours()),
                "DuckDB %s, processor %s, %s"
                        .formatted(
                                Words.seconds(theirs.seconds()),
                                Words.seconds(theirs.processorSeconds()),
                                Words.memory(theirs.peakBytes())),
                Words.ratio(result.ratio()),
                "≥ " + Words.ratio(target),
                result.faults().isEmpty() && result.ratio() >= target,
                memory(result.ours())));
    }

    /// A day of twenty times as many rows.
    ///
    /// @param small what the day took that it is compared with
    void large(Taken small) throws IOException, InterruptedException, SQLException {
        GeneratedDay day =
                GeneratedDay.simulate(scale.trades() * DayScale.MULTIPLE, scale.quotes() * DayScale.MULTIPLE);
        try {
            LargeDay.Result result = LargeDay.measure(day, Completeness.WHOLE, scale.runs(), scale.heapMib());
            double times = result.taken().seconds() / small.seconds();
            taker.accept(new Row(
                    "twenty times that day: " + day.name() + Words.faults(result.faults()),
                    took(result.taken()),
                    "itself " + Words.seconds(small.seconds()),
                    Words.ratio(times) + " its time",
                    "≤ " + Words.ratio(LARGE_TIMES) + " its time, " + bound(result),
                    result.faults().isEmpty() && times <= LARGE_TIMES && result.withinBound(),
                    memory(result.taken())));
        } finally {
            day.delete();
        }
    }

    /// One file of option quotes, once in each order.
    void optionQuotes() throws IOException, InterruptedException, SQLException {
        for (OptionQuoteFile.Order order : OptionQuoteFile.Order.values()) {
            GeneratedDay day = GeneratedDay.optionQuotes(scale.optionQuotes(), order);
            try {
                LargeDay.Result result = LargeDay.measure(day, QUOTES, 1, scale.heapMib());
                Taken taken = result.taken();
                double rate = (double) scale.optionQuotes() / taken.seconds();
                taker.accept(new Row(
                        "one file, one run: " + day.name() + Words.faults(result.faults()),
                        took(taken) + ", " + Words.number(rate) + " rows/s",
                        "-",
                        "-",
                        bound(result),
                        result.faults().isEmpty() && result.withinBound(),
                        memory(taken)));
            } finally {
                day.delete();
            }
        }
    }

    private static String bound(LargeDay.Result result) {
        return "memory ≤ " + Words.memory((double) result.boundBytes());
    }

    private static String took(Taken taken) {
        return Words.seconds(taken.seconds()) + ", processor " + Words.seconds(taken.processorSeconds());
    }

    private static String memory(Taken taken) {
        return "%s, with files %s".formatted(Words.memory(taken.ownPeakBytes()), Words.memory(taken.peakBytes()));
    }
}
