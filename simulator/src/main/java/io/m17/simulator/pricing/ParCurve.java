package io.m17.simulator.pricing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// One day's par yields in percent, and the continuous rates that follow from them. Immutable, thread-safe.
///
/// Par yields are bond-equivalent, so the continuous rate of a tenor is `2·ln(1 + y/200)`; between tenors the rate
/// is linear in time, outside them flat. Only tenors with [Tenor#interpolated()] take part; an absent one is
/// skipped.
public final class ParCurve {
    private final LocalDate date;
    private final Map<Tenor, Double> yieldsPercent;
    private final double[] nodeYears;
    private final double[] nodeRates;

    private ParCurve(LocalDate date, EnumMap<Tenor, Double> yieldsPercent) {
        this.date = date;
        this.yieldsPercent = Collections.unmodifiableMap(yieldsPercent);
        var nodes = yieldsPercent.keySet().stream().filter(Tenor::interpolated).toList();
        this.nodeYears = nodes.stream().mapToDouble(Tenor::years).toArray();
        this.nodeRates = nodes.stream()
                .mapToDouble(tenor -> continuous(yieldsPercent.getOrDefault(tenor, Double.NaN)))
                .toArray();
    }

    /// A curve of at least one interpolated tenor.
    public static ParCurve of(LocalDate date, Map<Tenor, Double> yieldsPercent) {
        if (yieldsPercent.keySet().stream().noneMatch(Tenor::interpolated)) {
            throw new IllegalArgumentException("a curve needs at least one tenor [date=" + date + "]");
        }
        return new ParCurve(date, new EnumMap<>(yieldsPercent));
    }

    /// The day whose yields these are; they are known from about 15:30 New York time of that day.
    public LocalDate date() {
        return date;
    }

    /// Yields as published, in percent, without the tenors that were not.
    public Map<Tenor, Double> yieldsPercent() {
        return yieldsPercent;
    }

    /// The continuous rate (0.04 is 4 %) for a time to expiry in years.
    public double continuousRate(double years) {
        int last = nodeYears.length - 1;
        if (years <= nodeYears[0]) {
            return nodeRates[0];
        }
        if (years >= nodeYears[last]) {
            return nodeRates[last];
        }
        int right = 1;
        while (nodeYears[right] < years) {
            right++;
        }
        double weight = (years - nodeYears[right - 1]) / (nodeYears[right] - nodeYears[right - 1]);
        return nodeRates[right - 1] + weight * (nodeRates[right] - nodeRates[right - 1]);
    }

    private static double continuous(double yieldPercent) {
        return 2 * StrictMath.log1p(yieldPercent / 200);
    }
}
