package io.m17.benchmarks.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/// What a distribution of times comes to, in nanoseconds; printed by one process and read by another.
public record Quantiles(long p50, long p99, long p9999, long max) {
    static final long LARGEST_NS = 10_000_000_000L;
    static final int DIGITS = 3;
    private static final Pattern LINE = Pattern.compile("p50=(\\d+) p99=(\\d+) p9999=(\\d+) max=(\\d+)");

    static Quantiles of(Histogram times) {
        return new Quantiles(
                times.getValueAtPercentile(50),
                times.getValueAtPercentile(99),
                times.getValueAtPercentile(99.99),
                times.getMaxValue());
    }

    /// The quantiles in a process's output.
    public static Quantiles parse(String output) {
        Matcher line = LINE.matcher(output);
        if (!line.find()) {
            throw new IllegalArgumentException("the output has no quantiles [output=" + output + "]");
        }
        return new Quantiles(
                Long.parseLong(line.group(1)),
                Long.parseLong(line.group(2)),
                Long.parseLong(line.group(3)),
                Long.parseLong(line.group(4)));
    }

    @Override
    public String toString() {
        return "p50=" + p50 + " p99=" + p99 + " p9999=" + p9999 + " max=" + max;
    }
}
