package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class NormalizedBlackTest {
    private static final double ULP = 0x1p-52;

    /// Allowed are 4 units, counted in what one unit of s moves the value by.
    @ParameterizedTest
    @CsvFileSource(resources = "/normalized-black.csv", numLinesToSkip = 2)
    void agreesWithEightyDigits(double x, double s, double expected) {
        double elasticity = 1 + s * NormalizedBlack.slope(x / s, s / 2) / expected;
        assertEquals(expected, NormalizedBlack.value(x, s), 4 * ULP * elasticity * expected);
    }

    @Test
    void joinsSeriesAndDifferenceWithoutAStep() {
        for (double x : new double[] {-1e-9, -0.01, -0.3, -1, -1.9}) {
            assertJoined(x, 0.5);
        }
    }

    @Test
    void joinsValueAndComplementWithoutAStep() {
        for (double x : new double[] {0, -0.01, -0.3, -2, -10}) {
            assertJoined(x, Normal.CENTRE + Math.sqrt(Normal.CENTRE * Normal.CENTRE - 2 * x));
        }
    }

    private static void assertJoined(double x, double s) {
        double below = NormalizedBlack.value(x, s * (1 - 0x1p-50));
        double above = NormalizedBlack.value(x, s * (1 + 0x1p-50));
        double elasticity = 1 + s * NormalizedBlack.slope(x / s, s / 2) / below;
        assertEquals(below, above, 20 * ULP * elasticity * below);
    }

    @Test
    void risesToItsMaximum() {
        for (double x : new double[] {0, -0.5, -5}) {
            assertEquals(Math.exp(x / 2), NormalizedBlack.value(x, 60), 2 * ULP);
        }
    }

    @Test
    void hasTheSlopeOfItsDifferences() {
        for (double x : new double[] {0, -0.1, -1, -4}) {
            for (double s : new double[] {0.1, 0.6, 2, 5}) {
                double step = 1e-5 * s;
                double difference =
                        (NormalizedBlack.value(x, s + step) - NormalizedBlack.value(x, s - step)) / (2 * step);
                double slope = NormalizedBlack.slope(x / s, s / 2);
                assertEquals(slope, difference, 1e-6 * slope + 1e-13);
            }
        }
    }

    @Test
    void keepsTheDigitsOfALogRatioNearOne() {
        double y = 0x1p-40; // ln(1 + y) = y − y²/2 + …
        assertEquals(y - y * y / 2, NormalizedBlack.logRatio(1 + y, 1), ULP * y);
        assertEquals(3 * Math.log(2), NormalizedBlack.logRatio(800, 100), 2 * ULP);
    }
}
