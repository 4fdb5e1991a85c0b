package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class NormalizedInverseTest {
    private static final double ULP = 0x1p-52;

    /// All that an exchange could list needs so many steps.
    private static final int USUAL_STEPS = 4;

    private final NormalizedInverse inverse = new NormalizedInverse();

    @ParameterizedTest
    @CsvFileSource(resources = "/normalized-black.csv", numLinesToSkip = 2)
    void inverts80DigitValues(double x, double s, double value) {
        double room = Math.exp(x / 2) - value;
        if (room > 1e-3 * value) { // else a double no longer tells the volatility
            assertEquals(
                    s, solve(x, value, room), 8 * ULP * s * (1 + value / (s * NormalizedBlack.slope(x / s, s / 2))));
        }
    }

    @Property(tries = 5000, seed = "21")
    void reachesEveryValueBelowHalf(
            @ForAll @DoubleRange(min = -14, max = 3) @Scale(9) double logX,
            @ForAll @DoubleRange(min = -600, max = -0.8) @Scale(9) double logShare) {
        double x = -Math.exp(logX);
        double maximum = Math.exp(x / 2);
        double value = Math.exp(logShare) * maximum;
        double s = solve(x, value, maximum - value);
        double elasticity = 1 + s * NormalizedBlack.slope(x / s, s / 2) / value;
        assertEquals(value, NormalizedBlack.value(x, s), 16 * ULP * elasticity * value);
        assertTrue(inverse.steps() <= USUAL_STEPS, () -> "steps " + inverse.steps());
    }

    @Property(tries = 5000, seed = "22")
    void reachesEveryDistanceFromTheMaximum(
            @ForAll @DoubleRange(min = -14, max = 3) @Scale(9) double logX,
            @ForAll @DoubleRange(min = -36, max = -0.7) @Scale(9) double logShare) {
        double x = -Math.exp(logX);
        double maximum = Math.exp(x / 2);
        double room = Math.exp(logShare) * maximum;
        double s = solve(x, maximum - room, room);
        double h = x / s;
        double t = s / 2;
        double reached = NormalizedBlack.slope(h, t) * NormalizedBlack.complementBracket(h, t);
        double elasticity = 1 + s * NormalizedBlack.slope(h, t) / room;
        assertEquals(room, reached, 16 * ULP * elasticity * room);
        assertTrue(inverse.steps() <= USUAL_STEPS, () -> "steps " + inverse.steps());
    }

    @Test
    void invertsAtTheMoney() {
        // b(0, s) = erf(s/√8)
        for (double s : new double[] {1e-5, 1e-3, 0.1, 1, 3}) {
            double value = 2 * Normal.cumulative(s / 2) - 1;
            assertEquals(s, solve(0, value, 1 - value), 1e-15 * s + 4 * ULP / NormalizedBlack.slope(0, s / 2));
        }
    }

    @Test
    void staysBoundedWhereNothingIsListed() {
        for (double x = -1; x > -650; x *= 1.3) {
            for (double logShare = -700; logShare < -1e-3; logShare *= 0.8) {
                double maximum = Math.exp(x / 2);
                double value = Math.exp(logShare) * maximum;
                if (value < Double.MIN_NORMAL) {
                    continue;
                }
                double s = solve(x, value, maximum - value);
                double elasticity = 1 + s * NormalizedBlack.slope(x / s, s / 2) / value;
                assertEquals(value, NormalizedBlack.value(x, s), 32 * ULP * elasticity * value);
                assertTrue(inverse.steps() < NormalizedInverse.MAX_STEPS);
            }
        }
    }

    private double solve(double x, double value, double room) {
        return inverse.solve(x, 2 * Math.sinh(-x / 2), value, room);
    }
}
