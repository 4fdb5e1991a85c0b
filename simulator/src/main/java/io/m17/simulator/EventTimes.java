package io.m17.simulator;

import io.m17.simulator.pricing.RandomStream;
import java.util.Arrays;

/// Draws the moments of a day's events: busy at the open and the close, calm at noon, thin outside the session.
final class EventTimes {
    private static final double UNIFORM_SHARE = 0.55;

    private EventTimes() {}

    /// Sorted event times in epoch nanoseconds; those inside the halt are left out.
    ///
    /// @param preShare share of events before the open
    /// @param postShare share of events after the close
    static long[] draw(
            RandomStream random, long count, TradingHours hours, double preShare, double postShare, Halt halt) {
        long[] times = new long[Math.toIntExact(count)];
        int kept = 0;
        for (int i = 0; i < times.length; i++) {
            double kind = random.uniform();
            long time = kind < preShare
                    ? hours.preNs() + random.below(hours.openNs() - hours.preNs())
                    : kind < preShare + postShare
                            ? hours.closeNs() + random.below(hours.postNs() - hours.closeNs())
                            : inSession(random, hours);
            if (!halt.contains(time)) {
                times[kept++] = time;
            }
        }
        long[] sorted = Arrays.copyOf(times, kept);
        Arrays.sort(sorted);
        return sorted;
    }

    /// One moment of the session; the density has the shape of a U, a mixture of a constant and a parabola.
    static long inSession(RandomStream random, TradingHours hours) {
        double u = random.uniform();
        double position = random.chance(UNIFORM_SHARE) ? u : 0.5 * (1 + StrictMath.cbrt(2 * u - 1));
        long lengthNs = hours.closeNs() - hours.openNs();
        return hours.openNs() + Math.min((long) (position * lengthNs), lengthNs - 1);
    }
}
