package io.m17.benchmarks.table;

import io.m17.benchmarks.DayScale;
import io.m17.benchmarks.classify.ClassificationBenchmark;
import io.m17.benchmarks.parse.ParseBenchmark;
import io.m17.benchmarks.window.WindowBenchmark;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/// The lines on what a day is made of, in memory and in this process. What the two sides have differently misses the
/// target.
final class KernelRows {
    private static final double PARSE_TIMES = 1.1;
    private static final double WINDOW_RATIO = 12;
    private static final double NS_PER_MS = 1e6;
    private static final double BYTES_PER_MB = 1e6;

    private final DayScale scale;
    private final Consumer<Row> taker;

    KernelRows(DayScale scale, Consumer<Row> taker) {
        this.scale = scale;
        this.taker = taker;
    }

    /// @param quotes a flat file of stock quotes
    void parse(Path quotes) throws IOException {
        ParseBenchmark.Result result = ParseBenchmark.measure(quotes, scale.runs());
        taker.accept(new Row(
                "parse a flat file of %,d quotes, %,.0f MB of CSV, two cores"
                        .formatted(result.rows(), result.csvBytes() / BYTES_PER_MB),
                time(result.parseMs()),
                "inflating it alone " + time(result.inflateMs()),
                Words.ratio(result.times()) + " its time",
                "≤ " + Words.ratio(PARSE_TIMES) + " its time",
                result.times() <= PARSE_TIMES,
                "-"));
    }

    void inMemory() throws SQLException {
        classify();
        windows();
    }

    private void classify() throws SQLException {
        ClassificationBenchmark.Result result = ClassificationBenchmark.measure(scale.classifiedTrades());
        List<String> faults = result.differing() == 0 ? List.of() : List.of(result.differing() + " sides differ");
        taker.accept(new Row(
                "as-of join and Lee–Ready, %,d trades, in memory".formatted(scale.classifiedTrades())
                        + Words.faults(faults),
                time(result.classifyMs()),
                "DuckDB " + time(result.peerMs()),
                Words.ratio(result.ratio()),
                "≥ " + Words.ratio(ClassificationBenchmark.TARGET),
                result.met(),
                "-"));
    }

    private void windows() throws SQLException {
        WindowBenchmark.Result result = WindowBenchmark.measure(scale.windowSymbols(), scale.runs());
        List<String> faults = result.equal() ? List.of() : List.of("the sums differ");
        taker.accept(new Row(
                "six rolling windows, %,d symbols × 390 minutes, in memory".formatted(scale.windowSymbols())
                        + Words.faults(faults),
                time(result.rollMs()),
                "DuckDB " + time(result.peerMs()),
                Words.ratio(result.ratio()),
                "≥ " + Words.ratio(WINDOW_RATIO),
                result.equal() && result.ratio() >= WINDOW_RATIO,
                "-"));
    }

    private static String time(double ms) {
        return Words.time(ms * NS_PER_MS);
    }
}
