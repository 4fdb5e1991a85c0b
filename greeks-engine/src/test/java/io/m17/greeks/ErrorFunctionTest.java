package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expected values: mpmath 1.3.0 with 80 digits.
final class ErrorFunctionTest {
    private static final double ULP = 0x1p-52;

    @ParameterizedTest
    @CsvSource({
        "-0.46, -0.48465539000167967328",
        "-0.3, -0.32862675945912741619",
        "0, 0",
        "1e-8, 1.1283791670955125599e-8",
        "0.2, 0.22270258921047846618",
        "0.46875, 0.49261347321793799159"
    })
    void givesErfNearZero(double x, double expected) {
        assertEquals(expected, ErrorFunction.erfSmall(x), 2 * ULP * Math.abs(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.46, 1.8345196657735243325",
        "0, 1",
        "0.46, 0.63678738383271302914",
        "0.47, 0.63140051666003431849",
        "0.5, 0.61569034419292587487",
        "1, 0.42758357615580700441",
        "2, 0.25539567631050574387",
        "3.9, 0.14031418160068973568",
        "4.1, 0.13383411641865199373",
        "10, 0.056140992743822585858",
        "100, 0.0056416137829894329036",
        "1e8, 5.6418958354775625874e-9"
    })
    void givesScaledComplement(double x, double expected) {
        assertEquals(expected, ErrorFunction.erfcx(x), 2 * ULP * expected);
    }

    @Test
    void joinsItsThreeRangesWithoutAStep() {
        for (double x : new double[] {ErrorFunction.SMALL, 4.0}) {
            double below = ErrorFunction.erfcx(x);
            double above = ErrorFunction.erfcx(Math.nextUp(x));
            assertEquals(below, above, 3 * ULP * below);
        }
    }
}
