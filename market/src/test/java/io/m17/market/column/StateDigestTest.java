package io.m17.market.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StateDigestTest {
    @Test
    void dependsOnOrder() {
        long ab = StateDigest.extend(StateDigest.extend(StateDigest.EMPTY, 1), 2);
        long ba = StateDigest.extend(StateDigest.extend(StateDigest.EMPTY, 2), 1);
        assertNotEquals(ab, ba);
    }

    @Test
    void tellsAnEmptyStateFromOneZero() {
        assertNotEquals(StateDigest.EMPTY, StateDigest.extend(StateDigest.EMPTY, 0));
    }

    @Test
    void flipsAboutHalfOfTheBitsWhenOneBitChanges() {
        SplittableRandom random = new SplittableRandom(17);
        long flipped = 0;
        int samples = 0;
        for (int i = 0; i < 2_000; i++) {
            long value = random.nextLong();
            long digest = random.nextLong();
            int bit = i % Long.SIZE;
            flipped +=
                    Long.bitCount(StateDigest.extend(digest, value) ^ StateDigest.extend(digest, value ^ (1L << bit)));
            flipped +=
                    Long.bitCount(StateDigest.extend(digest, value) ^ StateDigest.extend(digest ^ (1L << bit), value));
            samples += 2;
        }
        double share = flipped / (64.0 * samples);
        assertTrue(share > 0.49 && share < 0.51, "share of flipped bits " + share);
    }

    @Test
    void givesSmallNeighbouringPairsDistinctDigests() {
        Set<Long> digests = new HashSet<>();
        for (int a = 0; a < 300; a++) {
            for (int b = 0; b < 300; b++) {
                digests.add(StateDigest.extend(StateDigest.extend(StateDigest.EMPTY, a), b));
            }
        }
        assertEquals(90_000, digests.size());
    }
}
