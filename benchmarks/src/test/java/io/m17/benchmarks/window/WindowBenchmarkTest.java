package io.m17.benchmarks.window;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.aggregation.MinuteBars;
import io.m17.aggregation.RollingBars;
import org.junit.jupiter.api.Test;

class WindowBenchmarkTest {
    @Test
    void agreesWithDuckDbOnEveryWindow() throws Exception {
        WindowBenchmark.Result result = WindowBenchmark.measure(5, 1);
        assertTrue(result.equal());
        assertTrue(result.rollMs() > 0 && result.peerMs() > 0);
    }

    @Test
    void findsADifferentPrice() throws Exception {
        RandomMinutes day = RandomMinutes.of(2, 3);
        try (DuckDbMinutes peer = new DuckDbMinutes(day, 1)) {
            day.price()[0] += 10_000;
            assertFalse(sums(day).agreesWith(peer.roll()));
            day.price()[0] -= 10_000;
            assertTrue(sums(day).agreesWith(peer.roll()));
        }
    }

    private static WindowSums sums(RandomMinutes day) {
        MinuteBars minutes = MinuteBars.forEquity();
        RollingBars rolling = RollingBars.forEquity();
        WindowSums sums = new WindowSums();
        for (int symbol = 0; symbol < day.symbols(); symbol++) {
            day.fill(symbol, minutes);
            rolling.roll(minutes);
            sums.add(rolling);
        }
        return sums;
    }
}
