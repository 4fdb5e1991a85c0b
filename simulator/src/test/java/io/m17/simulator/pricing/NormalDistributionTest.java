package io.m17.simulator.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDistributionTest {
    /// Values computed to 30 digits with mpmath's `ncdf`.
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.841344746068542948585",
        "-1, 0.158655253931457051415",
        "-2.5, 0.00620966532577613516698",
        "-3, 0.00134989803163009452665",
        "-5, 2.86651571879193911674e-7",
        "-10, 7.61985302416052606597e-24",
        "-37, 5.72557122252457682e-300",
        "6, 0.999999999013412354797",
    })
    void agreesWithPublishedValues(double x, double expected) {
        assertEquals(expected, NormalDistribution.cumulative(x), 2e-13 * expected);
    }

    @Test
    void joinsSeriesAndFractionWithoutStep() {
        double below = NormalDistribution.cumulative(-Math.nextUp(3.0));
        double above = NormalDistribution.cumulative(-Math.nextDown(3.0));
        assertEquals(below, above, 2e-13 * below);
    }
}
