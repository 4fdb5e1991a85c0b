package io.m17.treasury.api;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before a request is repeated: twice as long each time up to a bound, of which a
/// random part, at most half, is left out so that many clients do not come back at once; never shorter
/// than the server wants.
///
/// @param random confined to the thread that waits
record Backoff(Duration first, Duration longest, RandomGenerator random) {
    private static final int MOST_DOUBLINGS = 20;

    /// Half a second, one, two, … up to half a minute.
    static Backoff usual(RandomGenerator random) {
        return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), random);
    }

    /// The wait before a repetition, the first being 1.
    Duration before(int repetition, Duration atLeast) {
        long doubled = first.toMillis() << Math.min(repetition - 1, MOST_DOUBLINGS);
        long wholeMs = Math.min(doubled, longest.toMillis());
        Duration wait = Duration.ofMillis(wholeMs - random.nextLong(wholeMs / 2 + 1));
        return wait.compareTo(atLeast) < 0 ? atLeast : wait;
    }
}
