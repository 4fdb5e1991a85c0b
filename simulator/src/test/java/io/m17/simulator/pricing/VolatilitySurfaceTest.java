package io.m17.simulator.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class VolatilitySurfaceTest {
    private static final VolatilitySurface SURFACE = new VolatilitySurface(0.04, 0.0625, 2, -0.5, 1);

    @Test
    void startsAtShortVarianceAndEndsAtLongVariance() {
        assertEquals(0.20, SURFACE.volatility(0, 1e-9), 1e-6);
        assertEquals(0.25, SURFACE.volatility(0, 1e6), 1e-6);
    }

    @Test
    void makesLowStrikesDearer() {
        assertTrue(SURFACE.volatility(-0.1, 0.25) > SURFACE.volatility(0.1, 0.25));
    }

    @Test
    void refusesParametersThatAllowArbitrage() {
        assertThrows(IllegalArgumentException.class, () -> new VolatilitySurface(0.04, 0.04, 1, -0.5, 1.4));
        assertThrows(IllegalArgumentException.class, () -> new VolatilitySurface(0, 0.04, 1, 0, 1));
    }

    @Property(tries = 300, seed = "17")
    void keepsCallPricesFallingAndConvexInStrike(
            @ForAll @DoubleRange(min = 0.0005, max = 3) @Scale(6) double years,
            @ForAll @DoubleRange(min = -4, max = 4) @Scale(6) double deviations) {
        double deviation = Math.sqrt(SURFACE.totalVariance(0, years));
        double strike = 100 * Math.exp(deviations * deviation);
        double h = strike * deviation * 0.02;
        double low = call(strike - h, years);
        double middle = call(strike, years);
        double high = call(strike + h, years);
        assertTrue(low - middle >= -1e-11 && middle - high >= -1e-11, "call prices fall");
        assertTrue(low - 2 * middle + high >= -1e-11, "call prices are convex");
        assertTrue(low - middle <= h + 1e-11, "a call spread costs at most its width");
    }

    @Property(tries = 300, seed = "17")
    void neverLosesTotalVarianceWithTime(
            @ForAll @DoubleRange(min = 0.0005, max = 3) @Scale(6) double years,
            @ForAll @DoubleRange(min = -0.5, max = 0.5) @Scale(6) double logMoneyness) {
        assertTrue(SURFACE.totalVariance(logMoneyness, years * 1.01) >= SURFACE.totalVariance(logMoneyness, years));
    }

    private static double call(double strike, double years) {
        return BlackScholes.price(
                OptionRight.CALL, 100, strike, years, 0, 0, SURFACE.volatility(Math.log(strike / 100), years));
    }
}
