package io.m17.benchmarks.table;

import io.m17.benchmarks.option.AmericanContract;
import io.m17.benchmarks.option.AmericanErrors;
import io.m17.benchmarks.option.EuropeanContract;
import io.m17.benchmarks.option.QuantLib;
import io.m17.benchmarks.table.JmhRun.Score;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The lines on options: m17, Strata and, where it is installed, QuantLib in the same run. The targets are times, not
/// ratios; the ratio is QuantLib's time at the accuracy that is asked for.
final class OptionRows {
    private static final double EUROPEAN_NS = 500;
    private static final double AMERICAN_NS = 60_000;
    private static final double AMERICAN_ERROR = 1e-6;
    private static final String ABSENT = "QuantLib is not installed";

    private final JmhRun run;
    private final Consumer<Row> taker;

    OptionRows(JmhRun run, Consumer<Row> taker) {
        this.run = run;
        this.taker = taker;
    }

    void measure() throws IOException, InterruptedException {
        AmericanErrors errors = AmericanErrors.measure();
        Optional<QuantLib> quantLib = QuantLib.measure(errors.lines());
        european(quantLib);
        american(errors.worst(), quantLib);
    }

    private void european(Optional<QuantLib> quantLib) {
        List<Score> scores = run.timed(EuropeanContract.class);
        Score ours = of(scores, "M17");
        String others = quantLib.map(library -> "QuantLib " + Words.time(library.figure("volatility")) + " + "
                        + Words.time(library.figure("greeks")) + " for five Greeks")
                .orElse(ABSENT);
        taker.accept(new Row(
                "European volatility to 1e-12 and eight Greeks",
                Words.time(ours.score()),
                "Strata " + Words.time(of(scores, "STRATA").score()) + " for the volatility, " + others,
                quantLib.map(library ->
                                Words.ratio((library.figure("volatility") + library.figure("greeks")) / ours.score()))
                        .orElse("-"),
                "≤ " + Words.time(EUROPEAN_NS),
                ours.score() <= EUROPEAN_NS,
                Words.bytes(ours.allocatedBytes())));
    }

    private void american(double worst, Optional<QuantLib> quantLib) {
        List<Score> scores = run.timed(AmericanContract.class);
        Score price = method(scores, "price");
        Score chain = method(scores, "chain");
        taker.accept(new Row(
                "American price, largest error " + error(worst),
                Words.time(price.score()),
                quantLib.map(library -> "QuantLib QdFp " + scheme(library, "fast") + ", " + scheme(library, "accurate")
                                + ", " + scheme(library, "precise"))
                        .orElse(ABSENT),
                quantLib.map(library -> Words.ratio(library.figure("precise") / price.score()))
                        .orElse("-"),
                "≤ " + Words.time(AMERICAN_NS) + " at " + error(AMERICAN_ERROR),
                price.score() <= AMERICAN_NS && worst <= AMERICAN_ERROR,
                Words.bytes(price.allocatedBytes())));
        taker.accept(new Row(
                "American volatility and eight Greeks, a contract of an expiry with 400",
                Words.time(chain.score()),
                "-",
                "-",
                "-",
                true,
                Words.bytes(chain.allocatedBytes())));
    }

    private static String scheme(QuantLib library, String name) {
        return Words.time(library.figure(name)) + " at " + error(library.figure(name + "_error"));
    }

    private static String error(double error) {
        return String.format(Locale.ROOT, "%.0e", error);
    }

    private static Score of(List<Score> scores, String store) {
        return scores.stream()
                .filter(score -> score.store().equals(store))
                .findFirst()
                .orElseThrow();
    }

    private static Score method(List<Score> scores, String name) {
        return scores.stream()
                .filter(score -> score.method().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
