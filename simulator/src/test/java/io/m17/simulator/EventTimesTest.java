package io.m17.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.simulator.pricing.RandomStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventTimesTest {
    private final TradingHours hours = TradingHours.of(LocalDate.of(2025, 6, 2), LocalTime.of(16, 0));

    @Test
    void crowdsOpenAndClose() {
        long[] times = draw(100_000, 0, 0, Halt.NONE);
        long[] perMinute = new long[hours.minutes()];
        Arrays.stream(times).forEach(time -> perMinute[hours.minuteOf(time)]++);
        long open = Arrays.stream(perMinute, 0, 30).sum();
        long noon = Arrays.stream(perMinute, 180, 210).sum();
        long close = Arrays.stream(perMinute, 360, 390).sum();
        assertTrue(open > 1.8 * noon && close > 1.8 * noon, open + " " + noon + " " + close);
    }

    @Test
    void keepsSharesOutsideTheSession() {
        long[] times = draw(100_000, 0.1, 0.05, Halt.NONE);
        assertEquals(0.1, Arrays.stream(times).filter(t -> t < hours.openNs()).count() / 1e5, 0.005);
        assertEquals(
                0.05, Arrays.stream(times).filter(t -> t >= hours.closeNs()).count() / 1e5, 0.005);
        assertTrue(times[0] >= hours.preNs() && times[times.length - 1] < hours.postNs());
    }

    @Test
    void leavesHaltsEmpty() {
        Halt halt = new Halt(hours.minuteStartNs(10) + 5, hours.minuteStartNs(18) + 5);
        long[] times = draw(20_000, 0, 0, halt);
        assertTrue(Arrays.stream(times).noneMatch(halt::contains));
        assertTrue(times.length > 19_000 && times.length < 20_000);
    }

    private long[] draw(int count, double pre, double post, Halt halt) {
        return EventTimes.draw(RandomStream.of(17, "times"), count, hours, pre, post, halt);
    }
}
