package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AmericanExpiryTest {
    private static final double SPOT = 100;

    private static double price(double s, double k, double t, double r, double q, double v, Right right) {
        return new AmericanExpiry(ExpiryTerms.of(t, r, q)).price(s, k, v, right);
    }

    /// The tree errs by a few 1e-5 here, the kernel by less.
    @Test
    void agreesWithATree() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            double strike = 80 + 40 * random.nextDouble();
            double years = 0.02 + 1.5 * random.nextDouble();
            double volatility = 0.1 + 0.5 * random.nextDouble();
            ExpiryTerms terms = ExpiryTerms.of(years, 0.1 * random.nextDouble(), 0.12 * random.nextDouble() - 0.01);
            Right right = random.nextBoolean() ? Right.CALL : Right.PUT;
            double expected = BinomialTree.price(SPOT, strike, terms, volatility, right, 400);
            double actual = new AmericanExpiry(terms).price(SPOT, strike, volatility, right);
            assertEquals(expected, actual, 3e-4, "case " + i + " " + strike + " " + years);
        }
    }

    /// Against the same method with twice the points and more: what the production setting leaves.
    @Test
    void isWithinAMillionthOfTheConvergedPrice() {
        double worst = 0;
        for (double rate : new double[] {0.001, 0.02, 0.05, 0.1}) {
            for (double yield : new double[] {0, 0.01, 0.04, 0.08}) {
                for (double volatility : new double[] {0.1, 0.25, 0.6}) {
                    for (double years : new double[] {1 / 365.0, 0.1, 0.5, 2}) {
                        worst = Math.max(worst, worstError(rate, yield, volatility, years));
                    }
                }
            }
        }
        assertTrue(worst < 1e-6, "worst " + worst);
    }

    private static double worstError(double rate, double yield, double volatility, double years) {
        ExpiryTerms terms = ExpiryTerms.of(years, rate, yield);
        AmericanExpiry expiry = new AmericanExpiry(terms);
        AmericanExpiry converged = AmericanExpiry.converged(terms);
        double worst = 0;
        for (double strike = 70; strike <= 130; strike += 7.5) {
            double expected = converged.price(SPOT, strike, volatility, Right.PUT);
            worst = Math.max(worst, Math.abs(expiry.price(SPOT, strike, volatility, Right.PUT) - expected));
        }
        return worst;
    }

    @Test
    void isEuropeanWhereExerciseNeverPays() {
        for (double strike : new double[] {50, 100, 200}) {
            assertEquals(
                    BlackScholes.price(SPOT, strike, 1, 0.05, 0, 0.3, Right.CALL),
                    price(SPOT, strike, 1, 0.05, 0, 0.3, Right.CALL));
            assertEquals(
                    BlackScholes.price(SPOT, strike, 1, 0, 0.03, 0.3, Right.PUT),
                    price(SPOT, strike, 1, 0, 0.03, 0.3, Right.PUT));
            assertEquals(
                    BlackScholes.price(SPOT, strike, 1, -0.02, -0.01, 0.3, Right.PUT),
                    price(SPOT, strike, 1, -0.02, -0.01, 0.3, Right.PUT));
        }
    }

    @Test
    void namesWhyTwoBoundariesHaveNoPrice() {
        AmericanExpiry expiry = new AmericanExpiry(ExpiryTerms.of(1, -0.01, -0.03));
        assertTrue(Double.isNaN(expiry.price(SPOT, 100, 0.2, Right.PUT)));
        assertEquals(UndefinedReason.NO_BOUNDARY, expiry.reason());
        assertEquals(
                BlackScholes.price(SPOT, 100, 1, -0.01, -0.03, 0.2, Right.CALL) > 0,
                expiry.price(SPOT, 100, 0.2, Right.CALL) > 0);
    }

    @Test
    void keepsTheParityOfMcDonaldAndSchroder() {
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            double strike = 70 + 60 * random.nextDouble();
            double years = 2 * random.nextDouble() + 0.01;
            double volatility = 0.1 + random.nextDouble();
            double rate = 0.1 * random.nextDouble();
            double yield = 0.1 * random.nextDouble();
            double call = price(SPOT, strike, years, rate, yield, volatility, Right.CALL);
            double put = price(strike, SPOT, years, yield, rate, volatility, Right.PUT);
            assertEquals(put, call, 1e-10);
        }
    }

    @Test
    void staysBetweenTheEuropeanPriceAndTheStrike() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            double strike = 50 + 100 * random.nextDouble();
            double years = Math.exp(-10 * random.nextDouble());
            double rate = 0.1 * random.nextDouble();
            double yield = 0.1 * random.nextDouble();
            double volatility = 0.1 + random.nextDouble();
            double put = price(SPOT, strike, years, rate, yield, volatility, Right.PUT);
            double european = BlackScholes.price(SPOT, strike, years, rate, yield, volatility, Right.PUT);
            assertTrue(put >= european - 1e-9, "below the European price by " + (european - put));
            assertTrue(put >= strike - SPOT - 1e-6, "below intrinsic by " + (strike - SPOT - put));
            assertTrue(put <= strike);
        }
    }

    @Test
    void givesBackTheVolatilityOfItsPrice() {
        Random random = new Random(5);
        int defined = 0;
        int steps = 0;
        for (int i = 0; i < 400; i++) {
            double strike = 75 + 50 * random.nextDouble();
            ExpiryTerms terms = ExpiryTerms.of(
                    0.003 + 1.5 * random.nextDouble(), 0.1 * random.nextDouble(), 0.08 * random.nextDouble());
            Right right = random.nextBoolean() ? Right.CALL : Right.PUT;
            double volatility = 0.1 + 0.7 * random.nextDouble();
            AmericanExpiry expiry = new AmericanExpiry(terms);
            double price = expiry.price(SPOT, strike, volatility, right);
            double intrinsic = BlackScholes.sign(right) * (SPOT - strike);
            double found = expiry.impliedVolatility(price, SPOT, strike, right);
            if (price < intrinsic + 1e-3) {
                continue;
            }
            defined++;
            steps += expiry.steps();
            assertEquals(price, expiry.price(SPOT, strike, found, right), 4e-6, "price of " + found);
        }
        assertTrue(defined > 250, "defined " + defined);
        assertTrue(steps < 6 * defined, "steps " + steps + " of " + defined);
    }

    @Test
    void hasNoVolatilityAtIntrinsicOrBeyondTheStrike() {
        AmericanExpiry expiry = new AmericanExpiry(ExpiryTerms.of(0.5, 0.05, 0.01));
        assertTrue(Double.isNaN(expiry.impliedVolatility(30, SPOT, 130, Right.PUT)));
        assertEquals(UndefinedReason.BELOW_INTRINSIC, expiry.reason());
        assertTrue(Double.isNaN(expiry.impliedVolatility(29, SPOT, 130, Right.PUT)));
        assertEquals(UndefinedReason.BELOW_INTRINSIC, expiry.reason());
        assertTrue(Double.isNaN(expiry.impliedVolatility(131, SPOT, 130, Right.PUT)));
        assertEquals(UndefinedReason.ABOVE_MAXIMUM, expiry.reason());
    }

    @Test
    void isExercisedBelowTheBoundary() {
        AmericanExpiry expiry = new AmericanExpiry(ExpiryTerms.of(0.5, 0.05, 0));
        Greeks greeks = new Greeks();
        assertEquals(60, expiry.price(SPOT, 160, 0.2, Right.PUT));
        assertTrue(expiry.greeks(SPOT, 160, 0.2, Right.PUT, greeks));
        assertEquals(-1, greeks.delta());
        assertEquals(0, greeks.gamma());
        assertEquals(0, greeks.theta());
    }

    @ParameterizedTest
    @CsvSource({
        "95, 0.5, 0.05, 0.02, 0.25, PUT",
        "105, 0.5, 0.05, 0.02, 0.25, PUT",
        "100, 1.5, 0.03, 0.06, 0.4, PUT",
        "95, 1, 0.03, 0.06, 0.3, CALL",
        "110, 0.1, 0.04, 0.08, 0.2, CALL",
        "100, 0.02, 0.05, 0, 0.3, PUT"
    })
    void hasTheGreeksOfItsDifferences(
            double strike, double years, double rate, double yield, double volatility, Right right) {
        Greeks g = new Greeks();
        assertTrue(new AmericanExpiry(ExpiryTerms.of(years, rate, yield)).greeks(SPOT, strike, volatility, right, g));
        assertEquals(slope(d -> fine(SPOT + d, strike, years, rate, yield, volatility, right), 0.1), g.delta(), 2e-6);
        assertEquals(
                slope(
                        d -> greeks(SPOT + d, strike, years, rate, yield, volatility, right)
                                .delta(),
                        0.1),
                g.gamma(),
                1e-5);
        assertEquals(slope(d -> fine(SPOT, strike, years, rate, yield, volatility + d, right), 0.004), g.vega(), 2e-3);
        assertEquals(
                -slope(d -> fine(SPOT, strike, years + d, rate, yield, volatility, right), 0.02 * years),
                g.theta(),
                2e-3);
        assertEquals(slope(d -> fine(SPOT, strike, years, rate + d, yield, volatility, right), 0.001), g.rho(), 5e-3);
        assertEquals(
                slope(
                        d -> greeks(SPOT, strike, years, rate, yield, volatility + d, right)
                                .delta(),
                        0.004),
                g.vanna(),
                2e-3);
        assertEquals(
                -slope(
                        d -> greeks(SPOT, strike, years + d, rate, yield, volatility, right)
                                .delta(),
                        0.01 * years),
                g.charm(),
                2e-3);
        assertEquals(
                slope(
                        d -> greeks(SPOT, strike, years, rate, yield, volatility + d, right)
                                .vega(),
                        0.004),
                g.vomma(),
                1e-1);
    }

    /// The last minute, an hour, a day; a rate of 0 with negative dividends.
    @ParameterizedTest
    @CsvSource({"1.9e-6, 0.04, 0.013", "1.1e-4, 0.04, 0.013", "0.0027, 0.04, 0", "0.0027, 0.001, 0.03", "0.5, 0, -0.02"
    })
    void hasGreeksDownToTheLastMinute(double years, double rate, double yield) {
        AmericanExpiry expiry = new AmericanExpiry(ExpiryTerms.of(years, rate, yield));
        Greeks greeks = new Greeks();
        for (Right right : Right.values()) {
            for (double deviations = -2; deviations <= 2; deviations += 0.5) {
                double strike = SPOT * Math.exp(deviations * 0.2 * Math.sqrt(years));
                assertTrue(expiry.greeks(SPOT, strike, 0.2, right, greeks), right + " " + strike);
                double sum = greeks.rho() + greeks.vanna() + greeks.charm() + greeks.vomma() + greeks.theta();
                assertTrue(Double.isFinite(sum + greeks.vega() + greeks.gamma()), right + " " + strike);
                double bump = 0.05 * rate;
                double expected = rate == 0
                        ? greeks.rho()
                        : (fine(SPOT, strike, years, rate + bump, yield, 0.2, right)
                                        - fine(SPOT, strike, years, rate - bump, yield, 0.2, right))
                                / (2 * bump);
                assertEquals(expected, greeks.rho(), 2e-3, right + " rho at " + strike);
            }
        }
    }

    private static double fine(double s, double k, double t, double r, double q, double v, Right right) {
        return price(s, k, t, r, q, v, right);
    }

    private static Greeks greeks(double s, double k, double t, double r, double q, double v, Right right) {
        Greeks greeks = new Greeks();
        assertTrue(new AmericanExpiry(ExpiryTerms.of(t, r, q)).greeks(s, k, v, right, greeks));
        return greeks;
    }

    private static double slope(DoubleUnaryOperator f, double step) {
        double near = f.applyAsDouble(step) - f.applyAsDouble(-step);
        double far = f.applyAsDouble(2 * step) - f.applyAsDouble(-2 * step);
        return (8 * near - far) / (12 * step);
    }

    @Test
    void doesNotDependOnTheOrderInWhichItIsAsked() {
        ExpiryTerms terms = ExpiryTerms.of(0.4, 0.045, 0.013);
        AmericanExpiry first = new AmericanExpiry(terms);
        AmericanExpiry second = new AmericanExpiry(terms);
        first.impliedVolatility(30, SPOT, 90, Right.PUT);
        double one = first.impliedVolatility(6.5, SPOT, 102, Right.PUT);
        assertEquals(one, second.impliedVolatility(6.5, SPOT, 102, Right.PUT));
        assertFalse(Double.isNaN(one));
    }

    @Test
    void neverThrowsAndNeverLeavesNaNWithoutAReason() {
        Random random = new Random(43);
        for (int i = 0; i < 3000; i++) {
            ExpiryTerms terms = ExpiryTerms.of(
                    Math.exp(4 - 16 * random.nextDouble()), random.nextGaussian() * 0.1, random.nextGaussian() * 0.1);
            AmericanExpiry expiry = new AmericanExpiry(terms);
            Right right = random.nextBoolean() ? Right.CALL : Right.PUT;
            double strike = Math.exp(random.nextGaussian()) * SPOT;
            double price = random.nextDouble() * SPOT;
            double volatility = expiry.impliedVolatility(price, SPOT, strike, right);
            assertEquals(Double.isNaN(volatility), expiry.reason() != UndefinedReason.NONE);
        }
    }
}
