package io.m17.simulator;

import io.m17.simulator.pricing.ParCurve;
import io.m17.simulator.pricing.RandomStream;
import io.m17.simulator.pricing.Tenor;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Par-yield curves of every weekday, a pure function of seed and date, so that days simulated apart share one
/// history.
final class CurveHistory {
    private static final int DAYS_BACK_MAX = 10;

    private final long seed;

    CurveHistory(long seed) {
        this.seed = seed;
    }

    /// Whether a curve is published on this day: weekdays but New Year's Day and Christmas.
    static boolean publishes(LocalDate date) {
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean holiday = date.getDayOfYear() == 1 || (date.getMonthValue() == 12 && date.getDayOfMonth() == 25);
        return !weekend && !holiday;
    }

    /// All curves of a year, oldest first.
    List<ParCurve> ofYear(int year) {
        List<ParCurve> curves = new ArrayList<>();
        LocalDate first = LocalDate.of(year, 1, 1);
        for (LocalDate date = first; date.getYear() == year; date = date.plusDays(1)) {
            if (publishes(date)) {
                curves.add(on(date));
            }
        }
        return curves;
    }

    /// The last curve published before the given day.
    ParCurve before(LocalDate date) {
        for (int days = 1; days <= DAYS_BACK_MAX; days++) {
            if (publishes(date.minusDays(days))) {
                return on(date.minusDays(days));
            }
        }
        throw new AssertionError("no weekday among the ten days before [date=" + date + "]");
    }

    /// The curve of one day, yields rounded to hundredths of a percent as published.
    ParCurve on(LocalDate date) {
        long day = date.toEpochDay();
        RandomStream noise = RandomStream.of(seed, "curve " + date);
        RandomStream phases = RandomStream.of(seed, "curve phases");
        double level = 3.6 + wave(phases, day, 1_900, 0.7) + wave(phases, day, 160, 0.15);
        double slope = 0.9 + wave(phases, day, 1_100, 0.5) + wave(phases, day, 90, 0.1);
        double hump = wave(phases, day, 500, 0.4);
        Map<Tenor, Double> yields = new EnumMap<>(Tenor.class);
        for (Tenor tenor : Tenor.values()) {
            double shock = 0.02 * noise.gaussian();
            if (tenor.publishedOn(date)) {
                double years = tenor.years();
                double decay = StrictMath.exp(-years / 4);
                double percent = level + slope * (1 - decay) + hump * years / 2 * decay + shock;
                yields.put(tenor, Math.max(1, Math.round(percent * 100)) / 100.0);
            }
        }
        return ParCurve.of(date, yields);
    }

    private static double wave(RandomStream phases, long day, double periodDays, double amplitude) {
        return amplitude * StrictMath.sin(2 * Math.PI * (day / periodDays + phases.uniform()));
    }
}
