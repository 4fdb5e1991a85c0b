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

    /// J. Hull, *Options, Futures, and Other Derivatives*, chapters on Black–Scholes–Merton and the Greek
    /// letters; E. Haug, *The Complete Guide to Option Pricing Formulas*, 2nd edition, chapters 1.1 and 2.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Hull 42/40 call,        42,  40, 0.5,  0.10, 0,    0.20, CALL, 4.76,   0.005",
        "Hull 42/40 put,         42,  40, 0.5,  0.10, 0,    0.20, PUT,  0.81,   0.005",
        "Haug stock call,        60,  65, 0.25, 0.08, 0,    0.30, CALL, 2.1334, 0.00005",
        "Haug index put,        100,  95, 0.5,  0.10, 0.05, 0.20, PUT,  2.4648, 0.00005",
        "Haug futures call,      19,  19, 0.75, 0.10, 0.10, 0.28, CALL, 1.7011, 0.00005",
        "Haug futures put,       19,  19, 0.75, 0.10, 0.10, 0.28, PUT,  1.7011, 0.00005"
    })
    void pricesPublishedExamples(
            String source,
            double spot,
            double strike,
            double years,
            double rate,
            double yield,
            double volatility,
            Right right,
            double expected,
            double tolerance) {
        assertEquals(
                expected, BlackScholes.price(spot, strike, years, rate, yield, volatility, right), tolerance, source);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Hull delta,          49,  50, 0.3846, 0.05, 0,    0.20, CALL, delta, 0.522,    0.0005",
        "Hull gamma,          49,  50, 0.3846, 0.05, 0,    0.20, CALL, gamma, 0.066,    0.0005",
        "Hull vega,           49,  50, 0.3846, 0.05, 0,    0.20, CALL, vega,  12.1,     0.05",
        "Hull theta,          49,  50, 0.3846, 0.05, 0,    0.20, CALL, theta, -4.31,    0.005",
        "Hull rho,            49,  50, 0.3846, 0.05, 0,    0.20, CALL, rho,   8.91,     0.005",
        "Haug futures delta, 105, 100, 0.5,    0.10, 0.10, 0.36, CALL, delta, 0.5946,   0.00005",
        "Haug futures delta, 105, 100, 0.5,    0.10, 0.10, 0.36, PUT,  delta, -0.3566,  0.00005",
        "Haug stock gamma,    55,  60, 0.75,   0.10, 0,    0.30, CALL, gamma, 0.0278,   0.00005",
        "Haug stock vega,     55,  60, 0.75,   0.10, 0,    0.30, PUT,  vega,  18.9358,  0.00005",
        "Haug index theta,   430, 405, 0.083333333333, 0.07, 0.05, 0.20, PUT,  theta, -31.1924, 0.0005",
        "Haug stock rho,      72,  75, 1,      0.09, 0,    0.19, CALL, rho,   38.7325,  0.00005",
        "Haug vanna,          90,  80, 0.25,   0.05, 0.00, 0.20, PUT,  vanna, -1.0008,  0.00005",
        "Haug vomma,          90, 130, 0.75,   0.05, 0.05, 0.28, PUT,  vomma, 92.3444,  0.00005",
        "Haug charm,         105,  90, 0.25,   0.14, 0.14, 0.24, PUT,  charm, 0.3700,   0.00005"
    })
    void givesPublishedGreeks(
            String source,
            double spot,
            double strike,
            double years,
            double rate,
            double yield,
            double volatility,
            Right right,
            String greek,
            double expected,
            double tolerance) {
        Greeks greeks = new Greeks();
        BlackScholes.greeks(spot, strike, years, rate, yield, volatility, right, greeks);
        double actual = switch (greek) {
            case "delta" -> greeks.delta();
            case "gamma" -> greeks.gamma();
            case "vega" -> greeks.vega();
            case "theta" -> greeks.theta();
            case "rho" -> greeks.rho();
            case "vanna" -> greeks.vanna();
            case "charm" -> greeks.charm();
            case "vomma" -> greeks.vomma();
            default -> throw new IllegalArgumentException(greek);
        };
        assertEquals(expected, actual, tolerance, source);
    }

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
