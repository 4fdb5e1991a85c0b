package io.m17.treasury.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {
    @Property
    void waitsBetweenHalfAndAllOfADoublingThatIsBounded(@ForAll @IntRange(min = 1, max = 64) int repetition) {
        Backoff backoff = Backoff.usual(new Random(repetition));
        long wholeMs = Math.min(30_000, 500L << Math.min(repetition - 1, 30));
        long waitMs = backoff.before(repetition, Duration.ZERO).toMillis();
        Assertions.assertTrue(waitMs >= wholeMs / 2 && waitMs <= wholeMs, repetition + ": " + waitMs);
        assertEquals(Duration.ofMinutes(2), backoff.before(repetition, Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "120 | 120",
                " 5 | 5",
                "Thu, 02 Jul 2026 20:00:30 GMT | 30",
                "Thu, 02 Jul 2026 19:00:00 GMT | 0",
                "-3 | 0",
                "soon | 0",
                "'' | 0",
                "99999999999999 | 0"
            })
    void readsHowLongTheServerWantsToBeLeftAlone(String header, long seconds) {
        Instant now = Instant.parse("2026-07-02T20:00:00Z");
        assertEquals(Duration.ofSeconds(seconds), RetryAfter.parse(header, now));
    }
}
