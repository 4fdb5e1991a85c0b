package io.m17.simulator.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RandomStreamTest {
    @Test
    void givesEveryNameItsOwnNumbers() {
        assertEquals(RandomStream.of(1, "SPY").next(), RandomStream.of(1, "SPY").next());
        assertNotEquals(
                RandomStream.of(1, "SPY").next(), RandomStream.of(1, "SPX").next());
        assertNotEquals(
                RandomStream.of(1, "SPY").next(), RandomStream.of(2, "SPY").next());
        assertNotEquals(RandomStream.of(0, "").next(), 0);
    }

    @Test
    void drawsUniformGaussianAndExponentialNumbers() {
        RandomStream random = RandomStream.of(17, "moments");
        int count = 200_000;
        double uniform = 0;
        double gaussian = 0;
        double square = 0;
        double exponential = 0;
        for (int i = 0; i < count; i++) {
            uniform += random.uniform();
            double normal = random.gaussian();
            gaussian += normal;
            square += normal * normal;
            exponential += random.exponential();
        }
        assertEquals(0.5, uniform / count, 0.003);
        assertEquals(0, gaussian / count, 0.01);
        assertEquals(1, square / count, 0.02);
        assertEquals(1, exponential / count, 0.01);
    }

    @Test
    void staysBelowTheBound() {
        RandomStream random = RandomStream.of(17, "bounds");
        boolean[] seen = new boolean[5];
        for (int i = 0; i < 1_000; i++) {
            seen[random.below(5)] = true;
        }
        assertTrue(seen[0] && seen[1] && seen[2] && seen[3] && seen[4]);
        assertThrows(IllegalArgumentException.class, () -> random.below(0));
    }
}
