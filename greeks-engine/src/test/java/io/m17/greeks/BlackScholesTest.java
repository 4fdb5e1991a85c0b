package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.opengamma.strata.pricer.impl.option.BlackScholesFormulaRepository;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BlackScholesTest {
    private static final double[] STRIKES = {40, 80, 95, 100, 103, 130, 250};
    private static final double[] YEARS = {1 / 525_600.0, 1 / 365.0, 0.1, 1, 10};
    private static final double[] VOLATILITIES = {0.01, 0.15, 0.8, 5};
    private static final double SPOT = 100;
    private static final double RATE = 0.045;
    private static final double YIELD = 0.013;

    @Test
    void agreesWithStrata() {
        double carry = RATE - YIELD;
        Greeks greeks = new Greeks();
        forEachCase((strike, years, volatility, right) -> {
            boolean call = right == Right.CALL;
            BlackScholes.greeks(SPOT, strike, years, RATE, YIELD, volatility, right, greeks);
            assertClose(
                    BlackScholesFormulaRepository.price(SPOT, strike, years, volatility, RATE, carry, call),
                    BlackScholes.price(SPOT, strike, years, RATE, YIELD, volatility, right),
                    SPOT);
            assertClose(
                    BlackScholesFormulaRepository.delta(SPOT, strike, years, volatility, RATE, carry, call),
                    greeks.delta(),
                    1);
            assertClose(
                    BlackScholesFormulaRepository.gamma(SPOT, strike, years, volatility, RATE, carry),
                    greeks.gamma(),
                    1);
            assertClose(
                    BlackScholesFormulaRepository.vega(SPOT, strike, years, volatility, RATE, carry),
                    greeks.vega(),
                    SPOT);
            assertClose(
                    BlackScholesFormulaRepository.theta(SPOT, strike, years, volatility, RATE, carry, call),
                    greeks.theta(),
                    SPOT);
            assertClose(
                    BlackScholesFormulaRepository.rho(SPOT, strike, years, volatility, RATE, carry, call),
                    greeks.rho(),
                    SPOT);
        });
    }

    private static void assertClose(double expected, double actual, double unit) {
        assertEquals(expected, actual, 1e-11 * Math.max(unit, Math.abs(expected)));
    }

    @Test
    void hasTheGreeksOfItsDifferences() {
        Greeks greeks = new Greeks();
        for (double strike : new double[] {80, 100, 130}) {
            for (double years : new double[] {0.02, 0.5, 3}) {
                for (Right right : Right.values()) {
                    BlackScholes.greeks(SPOT, strike, years, RATE, YIELD, 0.3, right, greeks);
                    Differences.of(strike, years, 0.3, right).assertEqual(greeks);
                }
            }
        }
    }

    /// Five-point central differences of the price in each of its arguments.
    private record Differences(
            double delta,
            double gamma,
            double vega,
            double theta,
            double rho,
            double vanna,
            double charm,
            double vomma) {
        static Differences of(double k, double t, double v, Right right) {
            return new Differences(
                    slope(step -> BlackScholes.price(SPOT + step, k, t, RATE, YIELD, v, right), 0.02),
                    slope(step -> at(SPOT + step, k, t, v, right).delta(), 0.02),
                    slope(step -> BlackScholes.price(SPOT, k, t, RATE, YIELD, v + step, right), 1e-3),
                    -slope(step -> BlackScholes.price(SPOT, k, t + step, RATE, YIELD, v, right), 1e-3 * t),
                    slope(step -> BlackScholes.price(SPOT, k, t, RATE + step, YIELD, v, right), 1e-3),
                    slope(step -> at(SPOT, k, t, v + step, right).delta(), 1e-3),
                    -slope(step -> at(SPOT, k, t + step, v, right).delta(), 1e-3 * t),
                    slope(step -> at(SPOT, k, t, v + step, right).vega(), 1e-3));
        }

        private static Greeks at(double spot, double k, double t, double v, Right right) {
            Greeks greeks = new Greeks();
            BlackScholes.greeks(spot, k, t, RATE, YIELD, v, right, greeks);
            return greeks;
        }

        private static double slope(DoubleUnaryOperator f, double step) {
            double near = f.applyAsDouble(step) - f.applyAsDouble(-step);
            double far = f.applyAsDouble(2 * step) - f.applyAsDouble(-2 * step);
            return (8 * near - far) / (12 * step);
        }

        void assertEqual(Greeks greeks) {
            assertEquals(delta, greeks.delta(), 1e-8);
            assertEquals(gamma, greeks.gamma(), 1e-8);
            assertEquals(vega, greeks.vega(), 1e-6);
            assertEquals(theta, greeks.theta(), 1e-6);
            assertEquals(rho, greeks.rho(), 1e-6);
            assertEquals(vanna, greeks.vanna(), 1e-6);
            assertEquals(charm, greeks.charm(), 1e-6);
            assertEquals(vomma, greeks.vomma(), 1e-5);
        }
    }

    @Test
    void keepsPutCallParity() {
        forEachCase((strike, years, volatility, right) -> {
            double forwardValue = SPOT * Math.exp(-YIELD * years) - strike * Math.exp(-RATE * years);
            double call = BlackScholes.price(SPOT, strike, years, RATE, YIELD, volatility, Right.CALL);
            double put = BlackScholes.price(SPOT, strike, years, RATE, YIELD, volatility, Right.PUT);
            assertEquals(forwardValue, call - put, 1e-13 * (SPOT + strike));
        });
    }

    @Test
    void staysWithinTheBoundsOfArbitrage() {
        forEachCase((strike, years, volatility, right) -> {
            double forwardLeg = SPOT * Math.exp(-YIELD * years);
            double strikeLeg = strike * Math.exp(-RATE * years);
            double price = BlackScholes.price(SPOT, strike, years, RATE, YIELD, volatility, right);
            double intrinsic = right == Right.CALL ? forwardLeg - strikeLeg : strikeLeg - forwardLeg;
            assertTrue(price >= Math.max(0, intrinsic) - 1e-12);
            assertTrue(price <= (right == Right.CALL ? forwardLeg : strikeLeg) + 1e-12);
        });
    }

    /// Expected value: mpmath 1.3.0. At 28 standard deviations one unit in the last place of σ moves it by 769 of
    /// its own.
    @Test
    void keepsRelativeAccuracyFarOutOfTheMoney() {
        double expected = 2.1647059322323754e-170;
        double price = BlackScholes.price(100, 200, 0.0625, 0, 0, 0.1, Right.CALL);
        assertEquals(expected, price, 5e-13 * expected);
    }

    @Test
    void tendsToTheExercisedValueAsTimeRunsOut() {
        Greeks greeks = new Greeks();
        BlackScholes.greeks(100, 90, 1e-9, RATE, YIELD, 0.2, Right.CALL, greeks);
        assertEquals(10, BlackScholes.price(100, 90, 1e-9, RATE, YIELD, 0.2, Right.CALL), 1e-7);
        assertEquals(1, greeks.delta(), 1e-10);
        assertEquals(0, greeks.gamma());
        assertEquals(0, greeks.vega());
    }

    @Test
    void worksAtZeroAndNegativeRates() {
        double zero = BlackScholes.price(100, 100, 1, 0, 0, 0.2, Right.CALL);
        assertEquals(100 * (2 * Normal.cumulative(0.1) - 1), zero, 1e-13);
        assertTrue(BlackScholes.price(100, 100, 1, -0.01, 0, 0.2, Right.CALL) < zero);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, 1, 0.01, 0.2",
        "100, NaN, 1, 0.01, 0.2",
        "100, 100, 0, 0.01, 0.2",
        "100, 100, 1, NaN, 0.2",
        "100, 100, 1, 0.01, 0",
        "100, 100, 1, 0.01, Infinity"
    })
    void refusesWhatHasNoValue(double spot, double strike, double years, double rate, double volatility) {
        assertThrows(
                IllegalArgumentException.class,
                () -> BlackScholes.price(spot, strike, years, rate, 0, volatility, Right.PUT));
        assertThrows(
                IllegalArgumentException.class,
                () -> BlackScholes.greeks(spot, strike, years, rate, 0, volatility, Right.PUT, new Greeks()));
    }

    @FunctionalInterface
    private interface Case {
        void check(double strike, double years, double volatility, Right right);
    }

    private static void forEachCase(Case check) {
        for (double strike : STRIKES) {
            for (double years : YEARS) {
                for (double volatility : VOLATILITIES) {
                    for (Right right : Right.values()) {
                        check.check(strike, years, volatility, right);
                    }
                }
            }
        }
    }
}
