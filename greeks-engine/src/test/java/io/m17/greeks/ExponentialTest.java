package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ExponentialTest {
    @Test
    void isWithinTwoUnitsInTheLastPlace() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000_000; i++) {
            double x = (random.nextDouble() - 0.5) * (i % 2 == 0 ? 2 : 1400);
            double expected = StrictMath.exp(x);
            assertEquals(expected, Exponential.exp(x), 2 * Math.ulp(expected), "at " + x);
        }
    }

    @Test
    void isExactAtZeroAndEndsInZeroAndInfinity() {
        assertEquals(1, Exponential.exp(0));
        assertEquals(0, Exponential.exp(-709));
        assertEquals(0, Exponential.exp(Double.NEGATIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, Exponential.exp(710));
        assertEquals(Double.POSITIVE_INFINITY, Exponential.exp(Double.POSITIVE_INFINITY));
        assertTrue(Double.isNaN(Exponential.exp(Double.NaN)));
    }

    /// Bits, not digits: the same on every machine.
    @Test
    void givesTheSameBitsEverywhere() {
        assertEquals("0x1.5bf0a8b14576ap1", Double.toHexString(Exponential.exp(1)));
        assertEquals("0x1.78b56362cef38p-2", Double.toHexString(Exponential.exp(-1)));
    }
}
