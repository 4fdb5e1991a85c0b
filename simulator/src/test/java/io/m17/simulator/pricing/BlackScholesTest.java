package io.m17.simulator.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.simulator.pricing.BlackScholes.Valuation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class BlackScholesTest {
    /// Hull, "Options, Futures, and Other Derivatives", 8th edition, example 14.6: 4.76 and 0.81.
    @Test
    void pricesHullsExample() {
        assertEquals(4.76, BlackScholes.price(OptionRight.CALL, 42, 40, 0.5, 0.10, 0, 0.20), 0.005);
        assertEquals(0.81, BlackScholes.price(OptionRight.PUT, 42, 40, 0.5, 0.10, 0, 0.20), 0.005);
    }

    /// Haug, "The Complete Guide to Option Pricing Formulas", 2nd edition, sections 1.1.1 and 1.1.2: 2.1334 and
    /// 2.4648.
    @Test
    void pricesHaugsExamples() {
        assertEquals(2.1334, BlackScholes.price(OptionRight.CALL, 60, 65, 0.25, 0.08, 0, 0.30), 0.00005);
        assertEquals(2.4648, BlackScholes.price(OptionRight.PUT, 100, 95, 0.5, 0.10, 0.05, 0.20), 0.00005);
    }

    /// Hull, chapter 18: a call on 49 struck at 50, twenty weeks, 5 %, 20 %.
    @Test
    void givesHullsGreeks() {
        Valuation value = BlackScholes.value(OptionRight.CALL, 49, 50, 0.3846, 0.05, 0, 0.20);
        assertEquals(2.40, value.price(), 0.005);
        assertEquals(0.522, value.delta(), 0.0005);
        assertEquals(0.066, value.gamma(), 0.0005);
        assertEquals(12.1, value.vega(), 0.05);
        assertEquals(-4.31, value.theta(), 0.005);
        assertEquals(8.91, value.rho(), 0.005);
    }

    @Property(tries = 200, seed = "17")
    void keepsPutCallParity(
            @ForAll @DoubleRange(min = 50, max = 200) @Scale(6) double strike,
            @ForAll @DoubleRange(min = 0.001, max = 3) @Scale(6) double years,
            @ForAll @DoubleRange(min = 0.05, max = 2) @Scale(6) double volatility,
            @ForAll @DoubleRange(min = -0.02, max = 0.1) @Scale(6) double rate) {
        double call = BlackScholes.price(OptionRight.CALL, 100, strike, years, rate, 0.01, volatility);
        double put = BlackScholes.price(OptionRight.PUT, 100, strike, years, rate, 0.01, volatility);
        double forward = 100 * Math.exp(-0.01 * years) - strike * Math.exp(-rate * years);
        assertEquals(forward, call - put, 1e-10);
    }

    @Property(tries = 200, seed = "17")
    void agreesWithFiniteDifferences(
            @ForAll @DoubleRange(min = 80, max = 125) @Scale(6) double strike,
            @ForAll @DoubleRange(min = 0.05, max = 2) @Scale(6) double years,
            @ForAll @DoubleRange(min = 0.1, max = 0.8) @Scale(6) double volatility,
            @ForAll boolean isCall) {
        OptionRight right = isCall ? OptionRight.CALL : OptionRight.PUT;
        Valuation value = BlackScholes.value(right, 100, strike, years, 0.04, 0.01, volatility);
        double up = BlackScholes.price(right, 100.01, strike, years, 0.04, 0.01, volatility);
        double down = BlackScholes.price(right, 99.99, strike, years, 0.04, 0.01, volatility);
        assertEquals((up - down) / 0.02, value.delta(), 1e-6);
        assertEquals((up - 2 * value.price() + down) / 1e-4, value.gamma(), 1e-5);
        double h = 1e-5;
        assertEquals(
                (BlackScholes.price(right, 100, strike, years, 0.04, 0.01, volatility + h)
                                - BlackScholes.price(right, 100, strike, years, 0.04, 0.01, volatility - h))
                        / (2 * h),
                value.vega(),
                1e-5);
        assertEquals(
                (BlackScholes.price(right, 100, strike, years - h, 0.04, 0.01, volatility)
                                - BlackScholes.price(right, 100, strike, years + h, 0.04, 0.01, volatility))
                        / (2 * h),
                value.theta(),
                1e-4);
        assertEquals(
                (BlackScholes.price(right, 100, strike, years, 0.04 + h, 0.01, volatility)
                                - BlackScholes.price(right, 100, strike, years, 0.04 - h, 0.01, volatility))
                        / (2 * h),
                value.rho(),
                1e-5);
    }

    @Test
    void refusesExpiredOptions() {
        var error = assertThrows(
                IllegalArgumentException.class, () -> BlackScholes.price(OptionRight.CALL, 100, 100, 0, 0.04, 0, 0.2));
        assertTrue(String.valueOf(error.getMessage()).contains("years=0.0"), String.valueOf(error.getMessage()));
    }
}
