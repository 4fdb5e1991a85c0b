package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expected values: mpmath 1.3.0 with 80 digits.
final class NormalTest {
    private static final double ULP = 0x1p-52;

    @ParameterizedTest
    @CsvSource({
        "-37.5, 4.6053530095819548438e-308, 1.7282337322841052208e-306",
        "-37.3, 8.2054948449307733469e-305, 3.0628462906956674673e-303",
        "-9.7, 1.507493168810204873e-22, 1.4774954927042670104e-21",
        "-20, 2.7536241186062336951e-89, 5.5209483621597631896e-88",
        "-8, 6.2209605742717841235e-16, 5.052271083536892288e-15",
        "-3, 0.0013498980316300945267, 0.0044318484119380071756",
        "-1, 0.15865525393145705141, 0.2419707245191433498",
        "-0.67, 0.25142889509531010155, 0.31873713847540152093",
        "-0.65, 0.25784611080586471792, 0.3229723596679142758",
        "-0.1, 0.46017216272297101633, 0.39695254747701176529",
        "0, 0.5, 0.39894228040143267794",
        "0.5, 0.69146246127401310364, 0.35206532676429947777",
        "0.7, 0.75803634777692697138, 0.31225393336676126681",
        "2, 0.9772498680518207928, 0.053990966513188051951",
        "6, 0.99999999901341235496, 6.075882849823285487e-9"
    })
    void keepsRelativeAccuracyInTheTails(double z, double cumulative, double density) {
        assertEquals(cumulative, Normal.cumulative(z), 4 * ULP * cumulative);
        assertEquals(density, Normal.density(z), 3 * ULP * density);
    }

    @Property(tries = 500, seed = "11")
    void addsUpWithItsComplement(@ForAll @DoubleRange(min = -12, max = 12) @Scale(9) double z) {
        assertEquals(1, Normal.cumulative(z) + Normal.cumulative(-z), ULP);
    }

    @Property(tries = 500, seed = "12")
    void hasTheDensityAsItsSlope(@ForAll @DoubleRange(min = -8, max = 8) @Scale(9) double z) {
        double step = 1e-5;
        double slope = (Normal.cumulative(z + step) - Normal.cumulative(z - step)) / (2 * step);
        assertEquals(Normal.density(z), slope, 1e-10);
    }
}
